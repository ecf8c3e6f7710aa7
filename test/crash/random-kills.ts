import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemTimers } from "../../src/host/timers.ts";
import { deliver, startMeta } from "./meta.ts";
import { startModel } from "./model.ts";
import { readOutcome } from "./outcome.ts";
import { violations } from "./promise.ts";
import { nothingLeft, type ServerProcess, startServer, TELLING_BOT } from "./server-process.ts";

/** How much traffic and how many kills. */
export interface RandomKillOptions {
  /** The file that is the command: `dist/cli.js`. */
  readonly command: string;
  readonly kills: number;
  /** People who write at the same time. */
  readonly people: number;
  /** Chance, 0 ≤ n < 1; the same chance gives the same moments to kill at. */
  readonly random: () => number;
  /** Called after each kill. */
  readonly onKilled: () => void;
}

/** How a server ends. */
export type End = "killed" | "asked" | "asked twice";

/** What came of all kills. */
export interface RandomKillResult {
  readonly ends: Readonly<Record<End, number>>;
  readonly messages: number;
  readonly sent: number;
  readonly unknown: number;
  readonly violations: readonly string[];
}

/** Messages leave with pauses, so that servers also die while some wait for that. */
const PACED = { WHATSAPP_RATE: "400", WHATSAPP_PAIR_RATE: "6/0.01" };

/** A server lives for up to so many times as long as its start took, on whatever machine. */
const LIFE_IN_STARTS = 0.8;
/** People write a few messages in that time, which a server can answer in it. */
const PAUSE_IN_STARTS = 0.2;

/**
 * Lets people write without a pause to a server that is ended again and again, at moments by chance,
 * and started anew. Each message is delivered until it is acknowledged, as Meta does.
 */
export async function killAtRandom(options: RandomKillOptions): Promise<RandomKillResult> {
  const { command, kills, people, random } = options;
  const data = await mkdtemp(join(tmpdir(), "gbasic-crash-"));
  const meta = await startMeta(() => random() * 10);
  const model = await startModel(() => random() * 10);
  const acknowledged = new Map<string, string[]>();
  const ends = { killed: 0, asked: 0, "asked twice": 0 };
  const found: string[] = [];
  let address = "";
  let startMs = 0;
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
      await delay(startMs * PAUSE_IN_STARTS);
    }
  };
  const start = async (): Promise<ServerProcess> => {
    const begun = systemTimers.elapsed();
    const far = { metaUrl: meta.url, modelUrl: model.url };
    const server = await startServer({
      command,
      data,
      script: TELLING_BOT,
      ...far,
      settings: PACED,
    });
    if (server === undefined) throw new Error("a server was killed before it was there");
    startMs = systemTimers.elapsed() - begun;
    address = server.address;
    restarted.resolve();
    return server;
  };

  try {
    let server = await start();
    const writers = Array.from({ length: people }, (_, person) => write(person));
    for (let killed = 1; killed <= kills; killed += 1) {
      await delay(random() * LIFE_IN_STARTS * startMs);
      restarted = Promise.withResolvers();
      const end = await endByChance(server, startMs, random);
      ends[end] += 1;
      if (end === "asked") found.push(...leasesOf(data));
      server = await start();
      options.onKilled();
    }
    open = false;
    await Promise.all(writers);
    await nothingLeft(data, server.ended);
    await server.stop();
    found.push(...violations(acknowledged, { sent: meta.sent, asked: model.asked }, data));
    return {
      ends,
      messages: [...acknowledged.values()].reduce((sum, texts) => sum + texts.length, 0),
      sent: meta.sent.length,
      unknown: readOutcome(data).unknown.length,
      violations: found,
    };
  } finally {
    open = false;
    await meta.close();
    await model.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Half are killed; the others are asked to end, some of them a second time before they have. */
async function endByChance(
  server: ServerProcess,
  startMs: number,
  random: () => number,
): Promise<End> {
  const chance = random();
  if (chance < 0.5) {
    server.kill();
    await server.ended;
    return "killed";
  }
  if (chance < 0.75) {
    await server.stop();
    return "asked";
  }
  await server.stopTwice(random() * 0.2 * startMs);
  return "asked twice";
}

/** A server that ends in good order holds nothing any more. */
function leasesOf(data: string): string[] {
  return readOutcome(data).leased.map((id) => `${id} is leased after an end in good order`);
}

/** Chance decides when a server dies, so here time has to pass. */
function delay(ms: number): Promise<void> {
  return new Promise((resolve) => systemTimers.schedule(ms, resolve));
}
