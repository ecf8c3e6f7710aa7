import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { type Engine, LANE_HOLD_MS } from "../../src/engine/engine.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { ManualTime } from "../manual-time.ts";
import { event, job, LEASE, NO_LEASE, send } from "./conformance.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let folder: string;
let time: ManualTime;
let engine: Engine;

async function startedEngine(): Promise<Engine> {
  const opened = createSqliteEngine({ folder, clock: time, timers: time });
  await opened.start();
  return opened;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gbasic-engine-"));
  time = new ManualTime();
  engine = await startedEngine();
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes on with another engine on the same file, as a new process would. */
async function restart(): Promise<void> {
  await engine.close();
  engine = await startedEngine();
}

const take = async () => (await engine.leaseWork(LEASE)).map(({ item }) => item.id);

/** Takes the one entry that is free, and gives it back as failed. */
async function fail(delayMs: number): Promise<string> {
  const [leased, ...more] = await engine.leaseWork(LEASE);
  if (leased === undefined || more.length > 0) throw new Error("not one entry is free");
  await engine.finishWork(leased.lease, { state: "retry", delayMs, reason: "down" }, NO_EFFECTS);
  return leased.item.id;
}

async function finish(): Promise<string> {
  const [leased] = await engine.leaseWork(LEASE);
  if (leased === undefined) throw new Error("nothing is free");
  await engine.finishWork(leased.lease, { state: "done" }, NO_EFFECTS);
  return leased.item.id;
}

describe("a lane with one that fails, after a restart", () => {
  it("waits for the rest of the 10 minutes", async () => {
    await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
    await fail(60 * MINUTE);
    await time.advance(4 * MINUTE);
    await restart();
    await time.advance(LANE_HOLD_MS - 4 * MINUTE - 1);
    expect(await take()).toEqual([]);
    await time.advance(1);
    expect(await take()).toEqual(["a2"]);
  });

  it("waits no longer for several that fail than for one", async () => {
    const events = ["a1", "a2", "a3", "a4"].map((id) => event(id, "a"));
    await engine.accept(events, NO_LEASE);
    await fail(60 * MINUTE);
    await time.advance(LANE_HOLD_MS);
    expect(await fail(60 * MINUTE)).toBe("a2");
    await restart();
    expect([await fail(60 * MINUTE), await finish()]).toEqual(["a3", "a4"]);
  });

  it("waits for one alone that failed after another got through", async () => {
    const events = ["a1", "a2", "a3", "a4"].map((id) => event(id, "a"));
    await engine.accept(events, NO_LEASE);
    await fail(60 * MINUTE);
    await time.advance(LANE_HOLD_MS);
    expect([await finish(), await fail(60 * MINUTE)]).toEqual(["a2", "a3"]);
    await restart();
    await time.advance(LANE_HOLD_MS - 1);
    expect(await take()).toEqual([]);
    await time.advance(1);
    expect(await take()).toEqual(["a4"]);
  });
});

describe("where the clock is set back by a day before a restart", () => {
  it("nothing waits longer than it was to", async () => {
    await engine.addEffects({ jobs: [job("failing")], sends: [] });
    await fail(5000);
    await engine.addEffects({ jobs: [job("later", "b", { delayMs: MINUTE })], sends: [] });
    time.setClock(-DAY);
    await restart();
    await time.advance(5000);
    expect(await take()).toEqual(["failing"]);
    await time.advance(MINUTE - 5000);
    expect(await take()).toContain("later");
  });

  it("an entry that failed under the later clock is tried again after its delay", async () => {
    await engine.addEffects({ jobs: [job("a")], sends: [] });
    time.setClock(DAY);
    await fail(5000);
    time.setClock(-DAY);
    await restart();
    await time.advance(4999);
    expect(await take()).toEqual([]);
    await time.advance(1);
    expect(await take()).toEqual(["a"]);
  });

  it("a lane is not held for a day, and a message is not given up", async () => {
    await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
    await fail(60 * MINUTE);
    await engine.addEffects({ jobs: [], sends: [send("1", "ana")] });
    time.setClock(-DAY);
    await restart();
    const [leased] = await engine.leaseSends(LEASE);
    expect(leased?.ageMs).toBe(0);
    await time.advance(LANE_HOLD_MS);
    expect(await take()).toEqual(["a2"]);
  });
});
