import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { FinishedState } from "../../src/engine/finished.ts";
import { ManualTime } from "../manual-time.ts";
import {
  type EngineFactory,
  event,
  expectCountsAddUp,
  job,
  LEASE,
  NO_LEASE,
  send,
} from "./conformance.ts";

const NEVER_TWICE = { maySendTwice: false };
const CHANGED = (id: string) => ({ id, changed: true });
const refused = (id: string, refusal: string, state?: string) => ({
  ...{ id, changed: false, refusal, state },
});

/** What every engine must do where a person changes entries. */
export function describeChanges(create: EngineFactory): void {
  describe("changes by hand", () => {
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

    const take = async () => (await engine.leaseWork(LEASE)).map(({ item }) => item.id);
    const takeSends = async () => (await engine.leaseSends(LEASE)).map(({ item }) => item.id);
    const listed = async (state: FinishedState) =>
      (await engine.list({ state, limit: 10 })).map(({ id, reason }) => [id, reason] as const);
    /** Lets everything fail that is due. */
    const failAll = async () => {
      for (const { lease } of await engine.leaseWork(LEASE)) {
        await engine.finishWork(lease, { state: "dead", reason: "broken" }, NO_EFFECTS);
      }
      for (const { lease } of await engine.leaseSends(LEASE)) {
        await engine.finishSend(lease, { state: "dead", reason: "no such number" });
      }
    };

    it("give dead events, jobs and messages a new start", async () => {
      await engine.accept([event("a")], NO_LEASE);
      await engine.addEffects({ jobs: [job("b")], sends: [send("c")] });
      await failAll();
      const changes = await engine.retry(["a", "b", "c"], NEVER_TWICE);
      expect(changes).toEqual(["a", "b", "c"].map(CHANGED));
      expect(await listed("dead")).toEqual([]);
      const [first] = await engine.leaseWork({ ...LEASE, limit: 1 });
      expect(first).toMatchObject({ attempt: 1, repeated: true, item: { id: "a" } });
      expect([await take(), await takeSends()]).toEqual([["b"], ["c"]]);
    });

    it("tell a first attempt from one that is repeated", async () => {
      await engine.accept([event("a")], NO_LEASE);
      const [first] = await engine.leaseWork(LEASE);
      if (first === undefined) throw new Error("nothing to lease");
      const retry = { state: "retry", delayMs: 1000, reason: "down" } as const;
      await engine.finishWork(first.lease, retry, NO_EFFECTS);
      await time.advance(1000);
      const [second] = await engine.leaseWork(LEASE);
      expect([first.repeated, second?.repeated]).toEqual([false, true]);
    });

    it("put what is retried before what waits in its lane, in its old order", async () => {
      const lane = ["a1", "a2", "a3", "a4"].map((id) => event(id, "a"));
      await engine.accept(lane, NO_LEASE);
      await failAll();
      await failAll();
      await engine.retry(["a1", "a2"], NEVER_TWICE);
      const taken: string[] = [];
      for (let left = 4; left > 0; left -= 1) {
        const [leased] = await engine.leaseWork(LEASE);
        if (leased === undefined) break;
        taken.push(leased.item.id);
        await engine.finishWork(leased.lease, { state: "done" }, NO_EFFECTS);
      }
      expect(taken).toEqual(["a1", "a2", "a3", "a4"]);
    });

    it("give a message a new age, so that it is tried as long as a new one", async () => {
      await engine.addEffects({ jobs: [], sends: [send("c")] });
      await failAll();
      await time.advance(1000);
      await engine.retry(["c"], NEVER_TWICE);
      const [leased] = await engine.leaseSends(LEASE);
      expect(leased?.ageMs).toBe(0);
    });

    it("do not add what a run did before once more", async () => {
      await engine.accept([event("a")], NO_LEASE);
      const effects = {
        jobs: [job("a:1", "b", { parentId: "a" })],
        sends: [send("a:2", "x", { runId: "a" })],
      };
      const [failing] = await engine.leaseWork(LEASE);
      if (failing === undefined) throw new Error("nothing to lease");
      await engine.finishWork(failing.lease, { state: "dead", reason: "broken" }, effects);
      for (const { lease } of await engine.leaseWork(LEASE)) {
        await engine.finishWork(lease, { state: "done" }, NO_EFFECTS);
      }
      for (const { lease } of await engine.leaseSends(LEASE)) {
        await engine.finishSend(lease, { state: "done", receipt: { id: "receipt" } });
      }
      // Longer than anything is kept that went well.
      await time.advance(30 * 24 * 60 * 60_000);
      await engine.retry(["a"], NEVER_TWICE);
      const [again] = await engine.leaseWork(LEASE);
      if (again === undefined) throw new Error("nothing to lease");
      await engine.finishWork(again.lease, { state: "done" }, effects);
      expect([await take(), await takeSends()]).toEqual([[], []]);
    });

    it("send what may have been sent only where that is wanted", async () => {
      await engine.addEffects({ jobs: [], sends: [send("c")] });
      const [leased] = await engine.leaseSends(LEASE);
      if (leased === undefined) throw new Error("nothing to lease");
      await engine.finishSend(leased.lease, { state: "unknown", reason: "no answer" });
      expect(await engine.retry(["c"], NEVER_TWICE)).toEqual([
        refused("c", "may-be-sent-twice", "unknown"),
      ]);
      expect(await takeSends()).toEqual([]);
      expect(await engine.retry(["c"], { maySendTwice: true })).toEqual([CHANGED("c")]);
      expect(await takeSends()).toEqual(["c"]);
    });

    it("leave alone what is in another state, and say so", async () => {
      await engine.accept(
        [event("waiting"), event("running"), event("none", "none", { unhandled: "nothing" })],
        NO_LEASE,
      );
      const skipped = send("skipped", "x", { skipped: "no text" });
      await engine.addEffects({ jobs: [], sends: [skipped] });
      const [waiting, running] = await engine.leaseWork(LEASE);
      if (waiting === undefined || running === undefined) throw new Error("nothing to lease");
      await engine.finishWork(waiting.lease, { state: "released" }, NO_EFFECTS);
      const ids = ["waiting", "running", "none", "skipped", "absent"];
      expect(await engine.retry(ids, { maySendTwice: true })).toEqual([
        refused("waiting", "wrong-state", "waiting"),
        refused("running", "wrong-state", "running"),
        refused("none", "wrong-state", "unhandled"),
        refused("skipped", "wrong-state", "skipped"),
        refused("absent", "absent"),
      ]);
      const [, ...others] = await engine.discard(ids);
      expect(others).toEqual([
        refused("running", "wrong-state", "running"),
        refused("none", "wrong-state", "unhandled"),
        refused("skipped", "wrong-state", "skipped"),
        refused("absent", "absent"),
      ]);
      expect(await engine.finishWork(running.lease, { state: "done" }, NO_EFFECTS)).toBe(true);
    });

    it("do not run a synchronous request once more", async () => {
      const { handler, request } = event("r");
      const synchronous = { id: "r", handler, request, repeatable: true };
      const claim = await engine.claimResponse(synchronous, 1000, new AbortController().signal);
      if (claim.state !== "run") throw new Error("the request was answered");
      const failed = { state: "failed", reason: "broken" } as const;
      await engine.finishResponse(claim.lease, synchronous, failed, NO_EFFECTS);
      expect(await engine.retry(["r"], NEVER_TWICE)).toEqual([refused("r", "caller-gone", "dead")]);
    });

    it("take discarded entries out of the queues and off the list", async () => {
      await engine.accept([event("a1", "a"), event("a2", "a"), event("b")], NO_LEASE);
      await engine.addEffects({ jobs: [job("held", "h", { heldMs: 5000 })], sends: [send("c")] });
      const [a1] = await engine.leaseWork({ ...LEASE, limit: 1 });
      if (a1 === undefined) throw new Error("nothing to lease");
      await engine.finishWork(a1.lease, { state: "dead", reason: "broken" }, NO_EFFECTS);
      const ids = ["a1", "a2", "held", "c"];
      expect(await engine.discard(ids)).toEqual(ids.map(CHANGED));
      await engine.releaseJobs("parent");
      await time.advance(5000);
      expect([await take(), await takeSends()]).toEqual([["b"], []]);
      expect(await listed("dead")).toEqual([]);
      expect(new Map(await listed("discarded"))).toEqual(
        new Map([
          ["a1", "discarded by hand; before: broken"],
          ["a2", "discarded by hand"],
          ["held", "discarded by hand"],
          ["c", "discarded by hand"],
        ]),
      );
      expect(await engine.retry(["a1"], NEVER_TWICE)).toEqual([
        refused("a1", "wrong-state", "discarded"),
      ]);
    });

    it("let the next of a lane start once the first is discarded", async () => {
      await engine.accept([event("a1", "a"), event("a2", "a")], NO_LEASE);
      const [a1] = await engine.leaseWork(LEASE);
      if (a1 === undefined) throw new Error("nothing to lease");
      const retry = { state: "retry", delayMs: 60_000, reason: "down" } as const;
      await engine.finishWork(a1.lease, retry, NO_EFFECTS);
      expect(await take()).toEqual([]);
      let told = 0;
      engine.subscribe(() => (told += 1));
      await engine.discard(["a1"]);
      expect(told).toBeGreaterThan(0);
      expect(await take()).toEqual(["a2"]);
    });
  });
}
