import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { type Engine, EngineUnavailableError, LANE_HOLD_MS } from "../../src/engine/engine.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { openDatabase } from "../../src/engine/sqlite/open-database.ts";
import { SqliteEngine } from "../../src/engine/sqlite/sqlite-engine.ts";
import { Pace } from "../../src/engine/queue/pace.ts";
import { ManualTime } from "../manual-time.ts";
import { requestOf } from "../requests.ts";
import {
  describeEngine,
  event,
  HANDLER,
  job,
  LEASE,
  NO_LEASE,
  send as sendTo,
} from "./conformance.ts";

const folder = mkdtempSync(join(tmpdir(), "gbasic-engine-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMITS = { waiting: 1000, laneHoldMs: LANE_HOLD_MS };
let count = 0;
const send = (id: string, to: string, repeatable: boolean) => sendTo(id, to, { repeatable });

describeEngine("the engine on SQLite", async (options) =>
  createSqliteEngine({ ...options, folder: join(folder, String((count += 1))) }),
);

describe("the engine on SQLite after the end of its process", () => {
  let time: ManualTime;
  let data: string;
  let engine: Engine;
  beforeEach(async () => {
    time = new ManualTime();
    data = join(folder, String((count += 1)));
    engine = await startedEngine();
  });
  afterEach(() => engine.close());

  async function startedEngine(): Promise<Engine> {
    const opened = createSqliteEngine({ folder: data, clock: time, timers: time });
    await opened.start();
    return opened;
  }
  /** Goes on with another engine on the same file, as a new process would. */
  async function restart(): Promise<void> {
    await engine.close();
    engine = await startedEngine();
  }
  const leaseOne = async () => {
    const [leased] = await engine.leaseWork(LEASE);
    if (leased === undefined) throw new Error("nothing to lease");
    return leased;
  };

  it("goes on with what was accepted, in the same order, attempts counted", async () => {
    await engine.accept([event("a", "lane"), event("b", "lane")], NO_LEASE);
    await engine.addEffects({ jobs: [job("c", "lane")], sends: [] });
    await leaseOne();
    await restart();
    const taken: [string, number][] = [];
    for (let left = 3; left > 0; left -= 1) {
      const { lease, item, attempt } = await leaseOne();
      taken.push([item.id, attempt]);
      await engine.finishWork(lease, { state: "done" }, NO_EFFECTS);
    }
    expect(taken).toEqual([
      ["a", 2],
      ["b", 1],
      ["c", 1],
    ]);
  });

  it("counts an attempt that began with the acceptance", async () => {
    await engine.accept([event("a")], LEASE);
    await restart();
    expect((await leaseOne()).attempt).toBe(2);
  });

  it("counts what waited among the items, and none twice", async () => {
    await engine.accept([event("a"), event("b")], NO_LEASE);
    await engine.addEffects({ jobs: [job("c")], sends: [] });
    const { lease } = await leaseOne();
    await engine.finishWork(lease, { state: "done" }, NO_EFFECTS);
    await restart();
    const counts = await engine.itemCounts();
    expect(counts).toMatchObject({ received: 0, restored: 1, handled: 0, waiting: 1 });
  });

  it("knows what it received before", async () => {
    await engine.accept([event("a")], NO_LEASE);
    await restart();
    expect(await engine.accept([event("a")], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
  });

  it("does not send again what may have been sent, and says so", async () => {
    const sends = [send("1", "ana", false), send("2", "ana", false), send("3", "rui", true)];
    await engine.addEffects({ jobs: [], sends });
    await engine.leaseSends(LEASE);
    await restart();
    const again = await engine.leaseSends(LEASE);
    expect(again.map(({ item, attempt }) => [item.id, attempt])).toEqual([
      ["2", 1],
      ["3", 2],
    ]);
    const [unknown] = await engine.list({ state: "unknown", limit: 5 });
    expect(unknown).toMatchObject({ id: "1", item: { message: { text: "text of 1" } } });
  });

  it("knows from a report that a message left whose attempt the process did not survive", async () => {
    await engine.addEffects({
      jobs: [],
      sends: [send("1", "ana", false), send("2", "rui", false)],
    });
    await engine.leaseSends(LEASE);
    const report = {
      sendId: "1",
      status: "sent",
      messageId: "wamid.1",
      reason: undefined,
    } as const;
    await engine.accept([event("s", "s", { event: "status", report })], NO_LEASE);
    await restart();
    expect(await engine.list({ state: "done", limit: 5 })).toMatchObject([{ id: "1" }]);
    expect(await engine.list({ state: "unknown", limit: 5 })).toMatchObject([{ id: "2" }]);
  });

  it("keeps the delay of a retry and the place in the lane", async () => {
    await engine.accept([event("a", "lane"), event("b", "lane")], NO_LEASE);
    const { lease } = await leaseOne();
    const retry = { state: "retry", delayMs: 60_000, reason: "down" } as const;
    await engine.finishWork(lease, retry, NO_EFFECTS);
    await restart();
    expect(await engine.leaseWork(LEASE)).toEqual([]);
    await time.advance(60_000);
    expect((await leaseOne()).item.id).toBe("a");
  });

  it("keeps the time for which a job waits, and lets its lane go on", async () => {
    await engine.addEffects({ jobs: [job("later", "a", { delayMs: 60_000 })], sends: [] });
    await engine.accept([event("now", "a")], NO_LEASE);
    await time.advance(20_000);
    await restart();
    expect((await leaseOne()).item.id).toBe("now");
    await restart();
    const again = await leaseOne();
    await engine.finishWork(again.lease, { state: "done" }, NO_EFFECTS);
    await time.advance(39_999);
    expect(await engine.leaseWork(LEASE)).toEqual([]);
    await time.advance(1);
    expect((await leaseOne()).item.id).toBe("later");
  });

  it("starts jobs that waited for a response, as that never comes now", async () => {
    await engine.addEffects({ jobs: [{ ...job("a", "a"), heldMs: 5000 }], sends: [] });
    await restart();
    expect((await leaseOne()).item.id).toBe("a");
  });

  it("answers a repeated request as before", async () => {
    const request = { id: "r", handler: HANDLER, request: requestOf("{}"), repeatable: true };
    const { signal } = new AbortController();
    const response = { status: 201, headers: [["X-A", "b"]] as const, body: "made" };
    const claim = await engine.claimResponse(request, 1000, signal);
    if (claim.state !== "run") throw new Error("not claimed");
    await engine.finishResponse(claim.lease, request, { state: "done", response }, NO_EFFECTS);
    await restart();
    const repeat = await engine.claimResponse(request, 1000, signal);
    expect(repeat).toEqual({ state: "recorded", response });
  });

  it("keeps bytes that are no text, and all parts of a mail", async () => {
    const content = new Uint8Array([0, 255, 128, 7]);
    const mail = {
      channel: "mail",
      to: ["ana@example.com"],
      cc: [],
      bcc: [],
      subject: "Olá",
      text: undefined,
      html: "<b>x</b>",
      attachments: [{ name: "a.bin", content }],
      left: ["ana@example.com"],
    } as const;
    await engine.addEffects({ jobs: [], sends: [{ ...send("m", "ana", true), message: mail }] });
    await restart();
    const [leased] = await engine.leaseSends(LEASE);
    expect(leased?.item.message).toEqual(mail);
  });

  it("puts what cannot be read aside and goes on", async () => {
    await engine.accept([event("a", "lane"), event("b", "lane")], NO_LEASE);
    await engine.close();
    const database = new DatabaseSync(join(data, "gbasic.db"));
    database.exec("UPDATE entry SET item = '{}' WHERE id = 'a'");
    database.close();
    engine = await startedEngine();
    expect(await engine.leaseWork(LEASE)).toEqual([]);
    expect((await leaseOne()).item.id).toBe("b");
  });
});

describe("the engine on SQLite where the disk is full", () => {
  it("stores nothing of a turn, says so, and goes on once there is room", async () => {
    const time = new ManualTime();
    const opened = openDatabase(join(folder, String((count += 1))));
    const engine = new SqliteEngine(opened, time, time, LIMITS, new Pace(new Map()));
    await engine.start();
    await engine.accept([event("before")], NO_LEASE);
    opened.database.exec("PRAGMA max_page_count = 1");
    const large = Array.from({ length: 50 }, (_, index) => event(`large ${String(index)}`));
    await expect(engine.accept(large, LEASE)).rejects.toThrow(EngineUnavailableError);
    const [leased] = await engine.leaseWork(LEASE);
    expect(leased?.item.id).toBe("before");
    opened.database.exec("PRAGMA max_page_count = 1000000");
    const acceptances = await engine.accept(large, NO_LEASE);
    expect(new Set(acceptances.map(({ outcome }) => outcome))).toEqual(new Set(["accepted"]));
    await engine.close();
  });
});

describe("what the engine on SQLite writes down of attempts", () => {
  /** Attempts and leases as a process that starts after a crash finds them. */
  function writtenOf(data: string): unknown[] {
    const database = new DatabaseSync(join(data, "gbasic.db"), { readOnly: true });
    const rows = database.prepare("SELECT id, attempts, leased FROM entry ORDER BY seq").all();
    database.close();
    return rows.map(({ id, attempts, leased }) => [id, attempts, leased]);
  }

  it.each([
    ["of one delivery", async (engine: Engine) => [await engine.accept(TWO, LEASE)]],
    [
      "of two requests at the same time",
      (engine: Engine) => Promise.all(TWO.map((one) => engine.accept([one], LEASE))),
    ],
  ])("counts the first attempt of what begins at once alone, %s", async (_, accept) => {
    const data = join(folder, String((count += 1)));
    const time = new ManualTime();
    const engine = createSqliteEngine({ folder: data, clock: time, timers: time });
    await engine.start();
    const acceptances = (await accept(engine)).flat();
    expect(acceptances.map((one) => "leased" in one && one.leased !== undefined)).toEqual([
      true,
      false,
    ]);
    await time.settle();
    expect(writtenOf(data)).toEqual([
      ["a1", 1, 1],
      ["a2", 0, 0],
    ]);
    await engine.close();
  });

  it("does not begin with what comes into a lane that waits", async () => {
    const data = join(folder, String((count += 1)));
    const time = new ManualTime();
    const engine = createSqliteEngine({ folder: data, clock: time, timers: time });
    await engine.start();
    await engine.accept([event("a1", "a")], NO_LEASE);
    const [first] = await engine.leaseWork(LEASE);
    if (first === undefined) throw new Error("nothing to lease");
    const retry = { state: "retry", delayMs: 30 * 60_000, reason: "down" } as const;
    await engine.finishWork(first.lease, retry, NO_EFFECTS);
    // The lane is held no longer, though its first entry still waits.
    await time.advance(15 * 60_000);
    const [acceptance] = await engine.accept([event("a2", "a")], LEASE);
    expect(acceptance).toEqual({ outcome: "accepted", leased: undefined });
    expect(writtenOf(data).at(-1)).toEqual(["a2", 0, 0]);
    const [second] = await engine.leaseWork(LEASE);
    expect(second?.item.id).toBe("a2");
    await engine.close();
  });
});

const TWO = [event("a1", "a"), event("a2", "a")];

describe("the engine on SQLite and the flushes of the disk", () => {
  /** A disk that takes a flush only when told to. */
  async function heldDisk() {
    const time = new ManualTime();
    const opened = openDatabase(join(folder, String((count += 1))));
    const flushes: PromiseWithResolvers<void>[] = [];
    const sync = () => {
      const flush = Promise.withResolvers<void>();
      flushes.push(flush);
      return flush.promise;
    };
    const log = { sync, close: () => opened.log.close() };
    const engine = new SqliteEngine({ ...opened, log }, time, time, LIMITS, new Pace(new Map()));
    await engine.start();
    return { engine, time, flushes };
  }
  /** Resolves after the turn in which what was asked for is committed. */
  const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  it("accepts, lets messages leave and answers requests only once that is on disk", async () => {
    const { engine, flushes } = await heldDisk();
    let accepted = false;
    const acceptance = engine.accept([event("a")], LEASE).then(([first]) => {
      accepted = true;
      return first?.outcome === "accepted" ? first.leased : undefined;
    });
    await nextTurn();
    expect([accepted, flushes.length]).toEqual([false, 1]);
    flushes[0]?.resolve();
    const leased = await acceptance;
    if (leased === undefined) throw new Error("not leased");

    const sends = [send("1", "ana", false)];
    expect(await engine.finishWork(leased.lease, { state: "done" }, { jobs: [], sends })).toBe(
      true,
    );
    let leaving = false;
    const sending = engine.leaseSends(LEASE).then((found) => {
      leaving = true;
      return found;
    });
    await nextTurn();
    expect([leaving, flushes.length]).toEqual([false, 2]);
    flushes[1]?.resolve();
    expect((await sending).map(({ item }) => item.id)).toEqual(["1"]);
    await engine.close();
  });

  it("flushes what nobody waits for a moment later", async () => {
    const { engine, time, flushes } = await heldDisk();
    await engine.addEffects({ jobs: [job("a", "lane")], sends: [] });
    expect(flushes).toEqual([]);
    await time.advance(100);
    expect(flushes).toHaveLength(1);
    flushes[0]?.resolve();
    await engine.close();
  });

  it("takes nothing more once the disk refused a flush", async () => {
    const { engine, flushes } = await heldDisk();
    const acceptance = engine.accept([event("a")], NO_LEASE);
    await nextTurn();
    flushes[0]?.reject(new Error("EIO"));
    await expect(acceptance).rejects.toThrow(EngineUnavailableError);
    await expect(engine.accept([event("b")], NO_LEASE)).rejects.toThrow(/disk/);
    await expect(engine.depth()).rejects.toThrow(/disk/);
    await engine.close();
  });
});
