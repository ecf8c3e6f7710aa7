import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { systemTimers } from "../../src/host/timers.ts";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { makeDeliveries } from "../serve/deliveries.ts";
import { eventOf, workThrough } from "./engine-work.ts";
import { plainInserts } from "./plain-inserts.ts";
import { prefill } from "./prefill.ts";

const { rounds, events, callers, waiting, keys } = numberOptions({
  rounds: 5,
  events: 20_000,
  callers: 32,
  waiting: 0,
  keys: 0,
});
const [delivery] = makeDeliveries(1, false, "secret");
const body = delivery?.body ?? "";

/** @param folder a data folder, which keeps what the rounds before left in it */
async function engineRound(folder: string): Promise<number> {
  const engine = createSqliteEngine({
    folder,
    clock: Date,
    timers: systemTimers,
    limits: { waiting: waiting + 1_000_000 },
  });
  await engine.start();
  const made = Array.from({ length: events }, (_, number) => eventOf(number, body));
  const rate = await workThrough(engine, made, callers);
  await engine.close();
  return rate;
}

const folder = await mkdtemp(join(tmpdir(), "gbasic-bench-"));
try {
  const empty = join(folder, "empty");
  const full = join(folder, "full");
  if (waiting + keys > 0) await prefill(full, waiting, keys);
  const rates = { plain: [] as number[], empty: [] as number[], full: [] as number[] };
  await engineRound(empty);
  for (let round = 0; round < rounds; round += 1) {
    rates.plain.push(plainInserts(2 * events, callers, body));
    rates.empty.push(await engineRound(empty));
    if (waiting + keys > 0) rates.full.push(await engineRound(full));
  }
  const plain = median(rates.plain);
  const line = (name: string, rate: number, beside: number, what: string) =>
    console.log(
      `${name.padEnd(34)}${rate.toFixed(0).padStart(8)}/s, ${(rate / beside).toFixed(2)} of ${what}`,
    );
  console.log(
    `Node ${process.versions.node}; medians of ${rounds} rounds in turn, ${callers} callers`,
  );
  line("rows of a plain insert loop", plain, plain, "itself");
  line("events and jobs, stored and done", median(rates.empty), plain, "the loop");
  if (rates.full.length > 0) {
    const name = `the same, ${waiting} waiting, ${keys} keys`;
    line(name, median(rates.full), median(rates.empty), "an empty store");
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
