import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemTimers } from "../../src/host/timers.ts";
import { deliver, startMeta } from "./meta.ts";
import { violations } from "./promise.ts";
import { nothingLeft, type ServerProcess, startServer } from "./server-process.ts";

/** How much traffic and how many kills. */
export interface RandomKillOptions {
  /** The file that is the command: `dist/cli.js`. */
  readonly command: string;
  readonly kills: number;
  /** People who write at the same time. */
  readonly people: number;
  /** Chance, 0 ≤ n < 1; the same chance gives the same moments to kill at. */
  readonly random: () => number;
}

/** What came of all kills. */
export interface RandomKillResult {
  readonly messages: number;
  readonly sent: number;
  readonly violations: readonly string[];
}

/**
 * Lets people write without a pause to a server that is killed again and again, at moments by
 * chance, and started anew. Each message is delivered until it is acknowledged, as Meta does.
 */
export async function killAtRandom(options: RandomKillOptions): Promise<RandomKillResult> {
  const { command, kills, people, random } = options;
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const meta = await startMeta(() => random() * 10);
  const acknowledged = new Map<string, string[]>();
  let address = "";
  let open = true;
  let restarted = Promise.withResolvers<void>();

  const write = async (person: number): Promise<void> => {
    const from = String(5_511_999_990_000 + person);
    const texts: string[] = [];
    acknowledged.set(from, texts);
    while (open) {
      const body = `message ${String(texts.length + 1)}`;
      const id = `wamid.${from}.${String(texts.length + 1)}`;
      while (!(await deliver(address, from, [{ id, body }]))) await restarted.promise;
      texts.push(body);
    }
  };
  const start = async (): Promise<ServerProcess> => {
    const server = await startServer({ command, data, metaUrl: meta.url });
    if (server === undefined) throw new Error("a server was killed before it was there");
    address = server.address;
    restarted.resolve();
    return server;
  };

  try {
    let server = await start();
    const writers = Array.from({ length: people }, (_, person) => write(person));
    for (let killed = 0; killed < kills; killed += 1) {
      await delay(20 + random() * 150);
      restarted = Promise.withResolvers();
      server.kill();
      await server.ended;
      server = await start();
    }
    open = false;
    await Promise.all(writers);
    await nothingLeft(data, server.ended);
    await server.stop();
    return {
      messages: [...acknowledged.values()].reduce((sum, texts) => sum + texts.length, 0),
      sent: meta.sent.length,
      violations: violations(acknowledged, meta.sent, data),
    };
  } finally {
    open = false;
    await meta.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Chance decides when a server dies, so here time has to pass. */
function delay(ms: number): Promise<void> {
  return new Promise((resolve) => systemTimers.schedule(ms, resolve));
}
