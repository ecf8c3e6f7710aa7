import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEDUPE_WINDOW_MS } from "../../src/engine/engine.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Lease, Leased } from "../../src/engine/lease.ts";
import type { ResponseResult, SynchronousRequest } from "../../src/engine/recorded-response.ts";
import type { Pacing } from "../../src/engine/pacing.ts";
import type { Retention } from "../../src/engine/retention.ts";
import type { NewSend } from "../../src/engine/send.ts";
import type { NewEvent, NewJob, WorkResult } from "../../src/engine/work.ts";
import type { Clock } from "../../src/host/host.ts";
import type { Timers } from "../../src/host/timers.ts";
import { ManualTime } from "../manual-time.ts";
import { requestOf } from "../requests.ts";
import { describeChanges } from "./conformance-changes.ts";
import { describeClocks } from "./conformance-clocks.ts";
import { describeErasing } from "./conformance-erasing.ts";
import { describeFailures } from "./conformance-failures.ts";
import { describeHistory } from "./conformance-history.ts";
import { describePacing } from "./conformance-pacing.ts";
import { describeReports } from "./conformance-reports.ts";
import { describeStuckLanes } from "./conformance-stuck-lanes.ts";

const MINUTE = 60_000;
export const LEASE = { limit: 100, leaseMs: MINUTE };
export const NO_LEASE = { limit: 0, leaseMs: MINUTE };
export const HANDLER = { script: "bot.bas", route: "POST /webhooks/whatsapp" };

/** Makes the engine under test, not yet started, with the store's clock and timers. */
export type EngineFactory = (options: {
  clock: Clock;
  timers: Timers;
  pacing?: Pacing;
  limits?: { laneHoldMs: number };
  retention?: Retention;
}) => Promise<Engine>;

export function event(id: string, lane = id, changes: Partial<NewEvent> = {}): NewEvent {
  const request = requestOf(`{"id":"${id}"}`);
  const base = { kind: "event", event: "message", handler: HANDLER, unhandled: undefined } as const;
  const known = { dedupeKey: `key-${id}`, report: undefined, sender: undefined, aliases: [] };
  return { ...base, id, lane, request, ...known, ...changes };
}

export function job(id: string, lane = id, changes: Partial<NewJob> = {}): NewJob {
  const names = { parentId: "parent", script: "bot.bas", procedure: "SUB" };
  return { kind: "job", id, lane, args: '["ana"]', heldMs: 0, delayMs: 0, ...names, ...changes };
}

export function send(id: string, to = id, changes: Partial<NewSend> = {}): NewSend {
  const message = { channel: "whatsapp", to, text: `text of ${id}` } as const;
  const place = { file: "bot.bas", line: 7 };
  const base = { id, runId: "run", lane: `whatsapp ${to}`, message, place };
  return { ...base, repeatable: false, skipped: undefined, ...changes };
}

export function synchronous(id: string, repeatable = true): SynchronousRequest {
  return { id, handler: HANDLER, request: requestOf("{}"), repeatable };
}

function idsOf(leased: readonly Leased<{ readonly id: string }>[]): string[] {
  return leased.map(({ item }) => item.id);
}

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1)
    throw new Error(`found ${items.length}, expected 1`);
  return item;
}

/** Whatever a test did, nothing that was received is out of the count. */
export async function expectCountsAddUp(engine: Engine): Promise<void> {
  const counts = await engine.itemCounts();
  const { handled, duplicate, dead, discarded, waiting, unhandled } = counts;
  const sum = [...unhandled.values()].reduce((all, one) => all + one, 0);
  const stand = handled + duplicate + sum + dead + discarded + waiting;
  expect(stand).toBe(counts.received + counts.restored + counts.retried);
}

/** What every engine must do. Call it inside a test file with a way to make one. */
export function describeEngine(name: string, create: EngineFactory): void {
  describe(`${name} as an engine`, () => {
    let time: ManualTime;
    let engine: Engine;

    beforeEach(async () => {
      time = new ManualTime();
      engine = await create({ clock: time, timers: time });
      await engine.start();
    });
    afterEach(async () => {
      await expectCountsAddUp(engine);
      await engine.close();
    });

    const addJob = (...jobs: NewJob[]) => engine.addEffects({ jobs, sends: [] });
    const addSend = (...sends: NewSend[]) => engine.addEffects({ jobs: [], sends });
    const finishWork = (lease: Lease, result: WorkResult) =>
      engine.finishWork(lease, result, NO_EFFECTS);
    const finishResponse = (lease: Lease, request: SynchronousRequest, result: ResponseResult) =>
      engine.finishResponse(lease, request, result, NO_EFFECTS);
    const take = async () => idsOf(await engine.leaseWork(LEASE));
    const finish = async (leased: readonly Leased<unknown>[]) => {
      for (const { lease } of leased) await finishWork(lease, { state: "done" });
    };
    const takeSends = async () => idsOf(await engine.leaseSends(LEASE));
    const stateOf = async (state: "done" | "dead" | "unknown" | "skipped" | "unhandled") =>
      (await engine.list({ state, limit: 10 })).map(({ id, reason }) => ({ id, reason }));

    describe("accepting deliveries", () => {
      it("hands an accepted event to a worker with its request", async () => {
        const [acceptance] = await engine.accept([event("a")], NO_LEASE);
        expect(acceptance).toEqual({ outcome: "accepted", leased: undefined });
        const { item, attempt } = only(await engine.leaseWork(LEASE));
        expect(attempt).toBe(1);
        expect(item).toEqual({
          kind: "event",
          id: "a",
          lane: "a",
          event: "message",
          handler: HANDLER,
          request: requestOf('{"id":"a"}'),
        });
      });

      it("never has an event both handed back and up for lease", async () => {
        const [acceptance] = await engine.accept([event("a")], LEASE);
        const handedBack =
          acceptance?.outcome === "accepted" && acceptance.leased !== undefined ? 1 : 0;
        expect(handedBack + (await take()).length).toBe(1);
      });

      it("hands back at most as many events as asked for, one of a lane", async () => {
        const events = [event("a1", "a"), event("a2", "a"), event("b"), event("c")];
        const acceptances = await engine.accept(events, { limit: 2, leaseMs: MINUTE });
        const back = acceptances.flatMap((one) =>
          one.outcome === "accepted" && one.leased !== undefined ? [one.leased] : [],
        );
        expect(back.length).toBeLessThanOrEqual(2);
        expect([...idsOf(back), ...(await take())].sort()).toEqual(["a1", "b", "c"]);
      });

      it("tells a duplicate, within one delivery and across deliveries", async () => {
        const twin = event("a", "a", { id: "twin", dedupeKey: "key-a" });
        const first = await engine.accept([event("a"), twin], NO_LEASE);
        expect(first.map(({ outcome }) => outcome)).toEqual(["accepted", "duplicate"]);
        await finish(await engine.leaseWork(LEASE));
        const second = await engine.accept([twin], NO_LEASE);
        expect(second).toEqual([{ outcome: "duplicate" }]);
        expect(await take()).toEqual([]);
      });

      it("knows a key for 8 days and then no longer", async () => {
        await engine.accept([event("a")], NO_LEASE);
        await finish(await engine.leaseWork(LEASE));
        await time.advance(DEDUPE_WINDOW_MS - 1);
        expect(await engine.accept([event("a")], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
        await time.advance(1);
        const [late] = await engine.accept([event("a")], NO_LEASE);
        expect(late?.outcome).toBe("accepted");
      });

      it("takes an event without a key every time", async () => {
        const events = ["a", "b"].map((id) => event(id, "x", { dedupeKey: undefined }));
        const outcomes = (await engine.accept(events, NO_LEASE)).map(({ outcome }) => outcome);
        expect(outcomes).toEqual(["accepted", "accepted"]);
      });

      it("records an unhandled event with its reason, once, and runs nothing", async () => {
        const status = event("s", "s", { event: "status", unhandled: "no handler for statuses" });
        expect(await engine.accept([status], LEASE)).toEqual([{ outcome: "unhandled" }]);
        expect(await engine.accept([status], LEASE)).toEqual([{ outcome: "duplicate" }]);
        expect(await take()).toEqual([]);
        expect(await stateOf("unhandled")).toEqual([
          { id: "s", reason: "no handler for statuses" },
        ]);
      });
    });

    describe("counting items", () => {
      it("counts each item where it stands, and jobs not at all", async () => {
        const status = event("s", "s", { event: "status", unhandled: "no handler for statuses" });
        const twin = event("a", "a", { id: "twin", dedupeKey: "key-a" });
        await engine.accept([event("a"), twin, event("b"), event("c"), status], NO_LEASE);
        await addJob(job("j"));
        const [a, b] = await engine.leaseWork({ limit: 2, leaseMs: MINUTE });
        if (a === undefined || b === undefined) throw new Error("nothing to lease");
        await finishWork(a.lease, { state: "done" });
        await finishWork(b.lease, { state: "dead", reason: "no" });
        expect(await engine.itemCounts()).toEqual({
          received: 5,
          restored: 0,
          retried: 0,
          handled: 1,
          duplicate: 1,
          unhandled: new Map([["no handler for statuses", 1]]),
          dead: 1,
          discarded: 0,
          waiting: 1,
        });
      });

      it("keeps what is tried again or given back among what waits", async () => {
        await engine.accept([event("a"), event("b")], NO_LEASE);
        const [a, b] = await engine.leaseWork(LEASE);
        if (a === undefined || b === undefined) throw new Error("nothing to lease");
        await finishWork(a.lease, { state: "retry", delayMs: 5000, reason: "down" });
        await finishWork(b.lease, { state: "released" });
        expect(await engine.itemCounts()).toMatchObject({ received: 2, handled: 0, waiting: 2 });
      });

      it("counts reasons without end as other reasons", async () => {
        const events = Array.from({ length: 60 }, (_, index) =>
          event(`e${String(index)}`, "x", { unhandled: `no handler for ${String(index)}` }),
        );
        await engine.accept(events, NO_LEASE);
        const { unhandled } = await engine.itemCounts();
        expect([unhandled.size, unhandled.get("other reasons")]).toEqual([51, 10]);
      });
    });

    describe("lanes", () => {
      it("leases events and jobs of one lane one after another, in order", async () => {
        await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
        await addJob(job("a3", "a"));
        for (const id of ["a1", "a2", "a3"]) {
          const leased = await engine.leaseWork(LEASE);
          expect(idsOf(leased)).toEqual([id]);
          expect(await take()).toEqual([]);
          await finish(leased);
        }
        expect(await take()).toEqual([]);
      });

      it("leases lanes side by side, up to the limit", async () => {
        await engine.accept([event("a"), event("b"), event("c")], NO_LEASE);
        const first = await engine.leaseWork({ limit: 2, leaseMs: MINUTE });
        expect(idsOf(first)).toEqual(["a", "b"]);
        expect(await take()).toEqual(["c"]);
      });
    });

    describe("results of work", () => {
      it("tries an entry again no sooner than asked", async () => {
        await addJob(job("a"));
        const { lease } = only(await engine.leaseWork(LEASE));
        await finishWork(lease, { state: "retry", delayMs: 5000, reason: "down" });
        await time.advance(4999);
        expect(await take()).toEqual([]);
        await time.advance(1);
        expect(await take()).toEqual(["a"]);
      });

      it("keeps a dead letter with its reason and what it was", async () => {
        await addJob(job("a"));
        const { lease } = only(await engine.leaseWork(LEASE));
        await time.advance(1000);
        await finishWork(lease, { state: "dead", reason: "division by zero" });
        const record = only(await engine.list({ state: "dead", limit: 10 }));
        expect(record).toMatchObject({ id: "a", kind: "job", reason: "division by zero" });
        expect(record).toMatchObject({ attempts: 1, finishedAt: record.createdAt + 1000 });
        expect(record.item).toMatchObject({ procedure: "SUB", args: '["ana"]' });
        expect(await take()).toEqual([]);
      });

      it("gives a released entry out again without counting the attempt", async () => {
        await addJob(job("a"));
        const { lease } = only(await engine.leaseWork(LEASE));
        await finishWork(lease, { state: "released" });
        expect(only(await engine.leaseWork(LEASE)).attempt).toBe(1);
      });

      it("ignores a job whose id it knows, waiting or finished", async () => {
        await addJob(job("a"));
        await addJob(job("a"));
        const leased = await engine.leaseWork(LEASE);
        expect(idsOf(leased)).toEqual(["a"]);
        await finish(leased);
        await addJob(job("a"));
        expect(await take()).toEqual([]);
      });
    });

    describe("leases", () => {
      it("gives an entry to another worker when its lease ends, and refuses the first", async () => {
        await addJob(job("a"));
        const first = only(await engine.leaseWork(LEASE));
        await time.advance(MINUTE - 1);
        expect(await take()).toEqual([]);
        await time.advance(1);
        const second = only(await engine.leaseWork(LEASE));
        expect(second.attempt).toBe(2);
        expect(await finishWork(first.lease, { state: "done" })).toBe(false);
        expect(await finishWork(second.lease, { state: "done" })).toBe(true);
        expect(await finishWork(second.lease, { state: "done" })).toBe(false);
      });

      it("voids leases at start", async () => {
        await addJob(job("a"));
        const before = only(await engine.leaseWork(LEASE));
        await engine.start();
        expect(await finishWork(before.lease, { state: "done" })).toBe(false);
        expect(await take()).toEqual(["a"]);
      });
    });

    describe("held jobs", () => {
      it("start when their run's jobs are released", async () => {
        await addJob(job("a", "a", { heldMs: MINUTE, parentId: "p" }));
        await addJob(job("b", "b", { heldMs: MINUTE, parentId: "other" }));
        expect(await take()).toEqual([]);
        await engine.releaseJobs("p");
        expect(await take()).toEqual(["a"]);
      });

      it("start when the release comes right behind them", async () => {
        const adding = addJob(job("a", "a", { heldMs: MINUTE, parentId: "p" }));
        await Promise.all([adding, engine.releaseJobs("p")]);
        expect(await take()).toEqual(["a"]);
      });

      it("keep their lane while they wait", async () => {
        await addJob(job("a1", "a", { heldMs: MINUTE, parentId: "p" }));
        await engine.accept([event("a2", "a")], NO_LEASE);
        expect(await take()).toEqual([]);
        await engine.releaseJobs("p");
        expect(await take()).toEqual(["a1"]);
      });

      it("start by themselves when nothing releases them", async () => {
        await addJob(job("a", "a", { heldMs: MINUTE }));
        await time.advance(MINUTE);
        expect(await take()).toEqual(["a"]);
      });
    });

    describe("delayed jobs", () => {
      it("start when their time is over, and hold up nobody in their lane until then", async () => {
        await addJob(job("later", "a", { delayMs: 10 * MINUTE }));
        await engine.accept([event("now", "a")], NO_LEASE);
        const first = await engine.leaseWork(LEASE);
        expect(idsOf(first)).toEqual(["now"]);
        await finish(first);
        await time.advance(10 * MINUTE - 1);
        expect(await take()).toEqual([]);
        await time.advance(1);
        expect(await take()).toEqual(["later"]);
      });

      it("start one after another, those with less time to wait first", async () => {
        await addJob(job("b", "a", { delayMs: 2 * MINUTE }), job("a", "a", { delayMs: MINUTE }));
        await time.advance(MINUTE);
        const first = await engine.leaseWork(LEASE);
        expect(idsOf(first)).toEqual(["a"]);
        await time.advance(MINUTE);
        await finish(first);
        expect(await take()).toEqual(["b"]);
      });

      it("are not due when their run's jobs are released", async () => {
        await addJob(job("a", "a", { delayMs: MINUTE, parentId: "p" }));
        await engine.releaseJobs("p");
        expect(await take()).toEqual([]);
        expect((await engine.depth()).work).toEqual({ due: 0, delayed: 1, running: 0 });
      });
    });

    describe("outbox", () => {
      it("keeps the order per channel and recipient and serves recipients side by side", async () => {
        for (const [id, to] of [
          ["1", "ana"],
          ["2", "ana"],
          ["3", "rui"],
        ] as const) {
          await addSend(send(id, to));
        }
        const leased = await engine.leaseSends(LEASE);
        expect(idsOf(leased)).toEqual(["1", "3"]);
        expect(leased[0]?.item).toMatchObject({ message: { to: "ana", text: "text of 1" } });
        expect(await takeSends()).toEqual([]);
        const [first] = leased;
        if (first === undefined) throw new Error("nothing leased");
        await engine.finishSend(first.lease, { state: "done", receipt: { id: "wamid.1" } });
        expect(await takeSends()).toEqual(["2"]);
      });

      it.each(["dead", "unknown"] as const)("keeps a %s message and goes on", async (state) => {
        await addSend(send("1", "ana"));
        await addSend(send("2", "ana"));
        const { lease } = only(await engine.leaseSends(LEASE));
        await engine.finishSend(lease, { state, reason: "because" });
        expect(await stateOf(state)).toEqual([{ id: "1", reason: "because" }]);
        expect(await takeSends()).toEqual(["2"]);
      });

      it("records a skipped message and never sends it", async () => {
        await addSend(send("1", "ana", { skipped: "no recipient" }));
        expect(await takeSends()).toEqual([]);
        expect(await stateOf("skipped")).toEqual([{ id: "1", reason: "no recipient" }]);
      });

      it("ignores a message whose id it knows, waiting or finished", async () => {
        await addSend(send("1", "ana"));
        await addSend(send("1", "ana"));
        const { lease } = only(await engine.leaseSends(LEASE));
        await engine.finishSend(lease, { state: "done", receipt: { id: "wamid.1" } });
        await addSend(send("1", "ana"));
        expect(await takeSends()).toEqual([]);
      });

      it("takes an attempt that ended without a result as unknown", async () => {
        await addSend(send("1", "ana"));
        const { lease } = only(await engine.leaseSends(LEASE));
        await time.advance(MINUTE);
        expect(await takeSends()).toEqual([]);
        expect(await stateOf("unknown")).toMatchObject([{ id: "1" }]);
        const late = { state: "done", receipt: { id: "wamid.1" } } as const;
        expect(await engine.finishSend(lease, late)).toBe(false);
      });

      it("tries a repeatable message again after an attempt without a result", async () => {
        await addSend(send("1", "ana", { repeatable: true }));
        await engine.leaseSends(LEASE);
        await engine.start();
        expect(only(await engine.leaseSends(LEASE)).attempt).toBe(2);
      });
    });

    describe("recorded responses", () => {
      const response = { status: 201, headers: [["X-A", "b"]] as const, body: "made" };
      const signal = new AbortController().signal;

      it("gives a repeat the response of the finished run", async () => {
        const request = synchronous("r");
        const claim = await engine.claimResponse(request, MINUTE, signal);
        if (claim.state !== "run") throw new Error("not claimed");
        expect(await finishResponse(claim.lease, request, { state: "done", response })).toBe(true);
        const repeat = await engine.claimResponse(request, MINUTE, signal);
        expect(repeat).toEqual({ state: "recorded", response });
        expect(await stateOf("done")).toEqual([{ id: "r", reason: undefined }]);
      });

      it("lets a repeat wait for the run that is under way", async () => {
        const request = synchronous("r");
        const claim = await engine.claimResponse(request, MINUTE, signal);
        if (claim.state !== "run") throw new Error("not claimed");
        let repeat: unknown;
        void engine.claimResponse(request, MINUTE, signal).then((found) => (repeat = found));
        await time.advance(1000);
        expect(repeat).toBeUndefined();
        await finishResponse(claim.lease, request, { state: "done", response });
        await time.settle();
        expect(repeat).toEqual({ state: "recorded", response });
      });

      it("lets a repeat run what failed, and what never came to a result", async () => {
        const request = synchronous("r");
        const claim = await engine.claimResponse(request, MINUTE, signal);
        if (claim.state !== "run") throw new Error("not claimed");
        await finishResponse(claim.lease, request, {
          state: "failed",
          reason: "no such file",
        });
        expect(await stateOf("dead")).toEqual([{ id: "r", reason: "no such file" }]);
        expect((await engine.claimResponse(request, MINUTE, signal)).state).toBe("run");
        const third = engine.claimResponse(request, MINUTE, signal);
        await time.advance(MINUTE);
        expect((await third).state).toBe("run");
      });

      it("ends the wait of a repeat when its signal says so", async () => {
        await engine.claimResponse(synchronous("r"), MINUTE, signal);
        const caller = new AbortController();
        const repeat = engine.claimResponse(synchronous("r"), MINUTE, caller.signal);
        caller.abort(new Error("hung up"));
        await expect(repeat).rejects.toThrow("hung up");
      });
    });

    describe("telling of changes", () => {
      it("tells when something is added, and when time makes something due", async () => {
        let told = 0;
        const end = engine.subscribe(() => (told += 1));
        await addJob(job("a"));
        await time.settle();
        expect(told).toBeGreaterThan(0);
        const { lease } = only(await engine.leaseWork(LEASE));
        await finishWork(lease, { state: "retry", delayMs: 5000, reason: "down" });
        await engine.leaseWork(LEASE);
        await time.settle();
        told = 0;
        await time.advance(5000);
        expect(told).toBeGreaterThan(0);
        end();
        told = 0;
        await addJob(job("b"));
        await time.settle();
        expect(told).toBe(0);
      });

      it("stays quiet while entries wait behind one that is tried again later", async () => {
        await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
        const { lease } = only(await engine.leaseWork(LEASE));
        await finishWork(lease, { state: "retry", delayMs: 5000, reason: "down" });
        let told = 0;
        engine.subscribe(() => {
          told += 1;
          if (told < 100) void engine.leaseWork(LEASE);
        });
        await engine.leaseWork(LEASE);
        await time.advance(4000);
        expect(told).toBeLessThan(5);
      });

      it("counts what is due, delayed and running", async () => {
        await engine.accept([event("a1", "a"), event("a2", "a"), event("b")], NO_LEASE);
        await addJob(job("c1", "c", { heldMs: MINUTE }));
        await addJob(job("c2", "c"));
        await addSend(send("1", "ana"));
        await engine.leaseWork(LEASE);
        expect(await engine.depth()).toEqual({
          work: { due: 1, delayed: 2, running: 2 },
          outbox: { due: 1, delayed: 0, running: 0 },
        });
      });
    });

    describeChanges(create);
    describeClocks(create);
    describeFailures(create);
    describeHistory(create);
    describeErasing(create);
    describePacing(create);
    describeReports(create);
    describeStuckLanes(create);
  });
}
