import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { deliver, startMeta } from "./meta.ts";
import { violations } from "./promise.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const COMMAND = resolve(import.meta.dirname, "../../src/cli/bin.ts");
const ANA = "5511999990001";
const TEXTS = [
  { id: "wamid.1", body: "one" },
  { id: "wamid.2", body: "two" },
];
/** Two messages of one person lead to fewer passings of each point than this. */
const MOST_PASSINGS = 20;
const POINTS = ["before-commit", "after-commit", "before-send", "after-send"];

/** Delivers until it is acknowledged, as Meta does, with the server started again where it died. */
async function deliverAtLast(start: () => Promise<ServerProcess>, server: ServerProcess) {
  let current = server;
  while (!(await deliver(current.address, ANA, TEXTS))) current = await start();
  return current;
}

async function crashAt(point: string, passing: number): Promise<boolean> {
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const meta = await startMeta(() => 0);
  onTestFinished(async () => {
    await meta.close();
    await rm(data, { recursive: true, force: true });
  });
  const options = { command: COMMAND, data, metaUrl: meta.url };
  const restarted = async () => {
    const server = await startServer(options);
    if (server === undefined) throw new Error("killed although nothing asked for it");
    return server;
  };
  const first = await startServer({ ...options, killAt: `${point}:${String(passing)}` });
  let wasKilled = first === undefined;
  void first?.ended.then((signal) => (wasKilled = signal === "SIGKILL"));
  const last = await deliverAtLast(restarted, first ?? (await restarted()));
  // Where it was acknowledged first and killed afterwards, another process goes on.
  const signal = await Promise.race([
    last.ended,
    last.stop().then(
      () => null,
      () => "SIGKILL",
    ),
  ]);
  if (signal === "SIGKILL") await (await restarted()).stop();
  expect(violations(new Map([[ANA, TEXTS.map(({ body }) => body)]]), meta.sent, data)).toEqual([]);
  return wasKilled;
}

describe("a server that is killed and started again", () => {
  it.each(POINTS)(
    "loses nothing and does nothing twice, whichever passing of %s it dies at",
    async (point) => {
      let passing = 1;
      while (await crashAt(point, passing)) passing += 1;
      expect(passing).toBeGreaterThan(2);
      expect(passing).toBeLessThan(MOST_PASSINGS);
    },
    120_000,
  );
});
