import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deliver, startMeta } from "./meta.ts";
import { startModel } from "./model.ts";
import { violations } from "./promise.ts";
import { nothingLeft, type ServerProcess, startServer, TELLING_BOT } from "./server-process.ts";

const ANA = "5511999990001";
const TEXTS = [
  { id: "wamid.1", body: "one" },
  { id: "wamid.2", body: "two" },
];

/** The points of `killing.ts` that are passed on the way of a message. */
export const POINTS = [
  "before-commit",
  "after-commit",
  "before-flush",
  "after-flush",
  "before-send",
  "after-send",
  "before-ask",
  "after-ask",
  "before-journal",
  "after-journal",
] as const;

/** A kill that leaves a run which has been told something, and the points when it is repeated. */
export const BEFORE_REPEATED = "after-ask:2";
export const REPEATED_POINTS = [
  "before-recall",
  "after-recall",
  "before-journal",
  "after-journal",
  "before-commit",
  "after-commit",
] as const;

/** What came of kills. */
export interface Crash {
  /** False where one of the points was not passed so often. */
  readonly wasKilled: boolean;
  readonly violations: readonly string[];
}

/** Starts one server after another; each dies at the next of the points, those after them do not. */
class DyingServers {
  killed = 0;
  readonly #start: (killAt: string | undefined) => Promise<ServerProcess | undefined>;
  readonly #left: string[];

  constructor(
    points: readonly string[],
    start: (killAt: string | undefined) => Promise<ServerProcess | undefined>,
  ) {
    this.#left = [...points];
    this.#start = start;
  }

  /** Starts one that listens. */
  async next(): Promise<ServerProcess> {
    for (;;) {
      const killAt = this.#left.shift();
      const server = await this.#start(killAt);
      if (server !== undefined) {
        void server.ended.then((signal) => (this.killed += signal === "SIGKILL" ? 1 : 0));
        return server;
      }
      if (killAt === undefined) throw new Error("a server was killed that should not have been");
      this.killed += 1;
    }
  }
}

/**
 * Delivers two messages of one person to a server that dies at a point, with another started in its
 * place, and repeats the delivery until it is acknowledged, as Meta does.
 * @param command the file that is the command: `dist/cli.js`
 * @param points `POINT:N` for each server that dies, in turn: the passing of the point, from 1
 */
export async function crashAt(command: string, ...points: readonly string[]): Promise<Crash> {
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const meta = await startMeta(() => 0);
  const model = await startModel(() => 0);
  try {
    const options = { command, data, script: TELLING_BOT, metaUrl: meta.url, modelUrl: model.url };
    const servers = new DyingServers(points, (killAt) =>
      startServer({ ...options, ...(killAt === undefined ? {} : { killAt }) }),
    );
    let server = await servers.next();
    while (!(await deliver(server.address, ANA, TEXTS))) {
      await server.ended;
      server = await servers.next();
    }
    // Where it was acknowledged first and killed afterwards, another process goes on.
    for (;;) {
      await nothingLeft(data, server.ended);
      if (await endsInOrder(server)) break;
      server = await servers.next();
    }
    const acknowledged = new Map([[ANA, TEXTS.map(({ body }) => body)]]);
    return {
      wasKilled: servers.killed === points.length,
      violations: violations(acknowledged, { sent: meta.sent, asked: model.asked }, data),
    };
  } finally {
    await meta.close();
    await model.close();
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
