import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deliver, startMeta } from "./meta.ts";
import { violations } from "./promise.ts";
import { nothingLeft, type ServerProcess, startServer } from "./server-process.ts";

const ANA = "5511999990001";
const TEXTS = [
  { id: "wamid.1", body: "one" },
  { id: "wamid.2", body: "two" },
];

/** The points of `killing.ts`, each passed several times on the way of a message. */
export const POINTS = [
  "before-commit",
  "after-commit",
  "before-flush",
  "after-flush",
  "before-send",
  "after-send",
] as const;

/** What came of one kill. */
export interface Crash {
  /** False where the point was not passed so often. */
  readonly wasKilled: boolean;
  readonly violations: readonly string[];
}

/**
 * Delivers two messages of one person to a server that dies at a point, with another started in its
 * place, and repeats the delivery until it is acknowledged, as Meta does.
 * @param command the file that is the command: `dist/cli.js`
 * @param passing the passing of the point at which it dies, from 1
 */
export async function crashAt(command: string, point: string, passing: number): Promise<Crash> {
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const meta = await startMeta(() => 0);
  try {
    const options = { command, data, metaUrl: meta.url };
    const first = await startServer({ ...options, killAt: `${point}:${String(passing)}` });
    let wasKilled = first === undefined;
    void first?.ended.then((signal) => (wasKilled = signal === "SIGKILL"));
    const restart = async (): Promise<ServerProcess> => {
      const server = await startServer(options);
      if (server === undefined) throw new Error("a server was killed that should not have been");
      return server;
    };
    let server = first ?? (await restart());
    while (!(await deliver(server.address, ANA, TEXTS))) server = await restart();
    // Where it was acknowledged first and killed afterwards, another process goes on.
    await nothingLeft(data, server.ended);
    if (!(await endsInOrder(server))) {
      const last = await restart();
      await nothingLeft(data, last.ended);
      await last.stop();
    }
    const acknowledged = new Map([[ANA, TEXTS.map(({ body }) => body)]]);
    return { wasKilled, violations: violations(acknowledged, meta.sent, data) };
  } finally {
    await meta.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function endsInOrder(server: ServerProcess): Promise<boolean> {
  const stopping = server.stop().then(
    () => true,
    () => false,
  );
  const signal = await server.ended;
  return (await stopping) && signal !== "SIGKILL";
}
