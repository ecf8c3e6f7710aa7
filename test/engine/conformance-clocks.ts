import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { type Engine, LANE_HOLD_MS } from "../../src/engine/engine.ts";
import { ManualTime } from "../manual-time.ts";
import {
  type EngineFactory,
  event,
  job,
  LEASE,
  NO_LEASE,
  send,
  synchronous,
} from "./conformance.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What every engine must do while the clock is set: count the time that passes, and nothing else. */
export function describeClocks(create: EngineFactory): void {
  describe.each([
    ["forward", DAY],
    ["back", -DAY],
  ])("where the clock is set %s by a day", (_, byMs) => {
    let time: ManualTime;
    let engine: Engine;
    beforeEach(async () => {
      time = new ManualTime();
      engine = await create({ clock: time, timers: time });
      await engine.start();
    });
    afterEach(() => engine.close());

    const take = async () => (await engine.leaseWork(LEASE)).map(({ item }) => item.id);
    const addJob = (...args: Parameters<typeof job>) =>
      engine.addEffects({ jobs: [job(...args)], sends: [] });
    const leaseOne = async () => {
      const [leased] = await engine.leaseWork(LEASE);
      if (leased === undefined) throw new Error("nothing to lease");
      return leased;
    };

    it("an entry is tried again after its delay, no sooner and no later", async () => {
      await addJob("a");
      const { lease } = await leaseOne();
      const retry = { state: "retry", delayMs: 5000, reason: "down" } as const;
      await engine.finishWork(lease, retry, NO_EFFECTS);
      await time.advance(2000);
      time.setClock(byMs);
      await time.advance(2999);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await take()).toEqual(["a"]);
    });

    it("a job that waits, or waits for a response, starts when it was to", async () => {
      await addJob("later", "a", { delayMs: MINUTE });
      await addJob("held", "b", { heldMs: MINUTE });
      time.setClock(byMs);
      await addJob("then", "c", { delayMs: MINUTE });
      await time.advance(MINUTE - 1);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await take()).toEqual(["later", "held", "then"]);
    });

    it("what fails holds its lane for 10 minutes", async () => {
      await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
      const { lease } = await leaseOne();
      const retry = { state: "retry", delayMs: 60 * MINUTE, reason: "down" } as const;
      await engine.finishWork(lease, retry, NO_EFFECTS);
      time.setClock(byMs);
      await time.advance(LANE_HOLD_MS - 1);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await take()).toEqual(["a2"]);
    });

    it("a lease lasts as long as was asked for", async () => {
      await addJob("a");
      const first = await leaseOne();
      time.setClock(byMs);
      await time.advance(MINUTE - 1);
      expect(await take()).toEqual([]);
      expect(await engine.finishWork(first.lease, { state: "done" }, NO_EFFECTS)).toBe(true);
      await addJob("b");
      await leaseOne();
      time.setClock(byMs);
      await time.advance(MINUTE);
      expect(await take()).toEqual(["b"]);
    });

    it("a message that is leaving is not taken for unknown", async () => {
      await engine.addEffects({ jobs: [], sends: [send("1", "ana")] });
      const [leased] = await engine.leaseSends(LEASE);
      if (leased === undefined) throw new Error("nothing to lease");
      time.setClock(byMs);
      await engine.leaseSends(LEASE);
      const done = { state: "done", receipt: { id: "wamid.1" } } as const;
      expect(await engine.finishSend(leased.lease, done)).toBe(true);
      expect(await engine.list({ state: "unknown", limit: 1 })).toEqual([]);
    });

    it("an entry is as old as the time that it has been there", async () => {
      await engine.addEffects({ jobs: [], sends: [send("1", "ana")] });
      await time.advance(1000);
      time.setClock(byMs);
      const [leased] = await engine.leaseSends(LEASE);
      expect(leased?.ageMs).toBe(1000);
    });

    it("a repeat waits for the run of its request", async () => {
      const { signal } = new AbortController();
      const request = synchronous("r");
      const claim = await engine.claimResponse(request, MINUTE, signal);
      if (claim.state !== "run") throw new Error("not claimed");
      time.setClock(byMs);
      let repeat: unknown;
      void engine.claimResponse(request, MINUTE, signal).then((found) => (repeat = found));
      await time.advance(1000);
      expect(repeat).toBeUndefined();
      const response = { status: 200, headers: [], body: "made" };
      const done = { state: "done", response } as const;
      expect(await engine.finishResponse(claim.lease, request, done, NO_EFFECTS)).toBe(true);
      await time.settle();
      expect(repeat).toEqual({ state: "recorded", response });
    });

    it("a delivery that was received is known", async () => {
      await engine.accept([event("a")], NO_LEASE);
      time.setClock(byMs);
      expect(await engine.accept([event("a")], NO_LEASE)).toEqual([{ outcome: "duplicate" }]);
      await engine.accept([event("b")], NO_LEASE);
      time.setClock(-byMs);
      const again = await engine.accept([event("a"), event("b")], NO_LEASE);
      expect(again.map(({ outcome }) => outcome)).toEqual(["duplicate", "duplicate"]);
    });
  });
}
