import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { type Engine, LANE_HOLD_MS } from "../../src/engine/engine.ts";
import type { Lease, Leased, RetryResult } from "../../src/engine/lease.ts";
import { ManualTime } from "../manual-time.ts";
import { type EngineFactory, job, LEASE, send } from "./conformance.ts";

const MINUTE = 60_000;

/** A queue with lanes, whatever it holds. */
interface Lanes {
  /** Adds entries to one lane. */
  add(...ids: string[]): Promise<void>;
  addElsewhere(id: string): Promise<void>;
  take(): Promise<readonly Leased<{ readonly id: string }>[]>;
  retry(lease: Lease, result: RetryResult): Promise<boolean>;
  finish(lease: Lease): Promise<boolean>;
}

function lanesOf(engine: Engine, queue: "work" | "outbox"): Lanes {
  if (queue === "work") {
    const add = (lane: string, ids: string[]) =>
      engine.addEffects({ jobs: ids.map((id) => job(id, lane)), sends: [] });
    return {
      add: (...ids) => add("ana", ids),
      addElsewhere: (id) => add("rui", [id]),
      take: () => engine.leaseWork(LEASE),
      retry: (lease, result) => engine.finishWork(lease, result, NO_EFFECTS),
      finish: (lease) => engine.finishWork(lease, { state: "done" }, NO_EFFECTS),
    };
  }
  const add = (lane: string, ids: string[]) =>
    engine.addEffects({ jobs: [], sends: ids.map((id) => send(id, lane)) });
  return {
    add: (...ids) => add("ana", ids),
    addElsewhere: (id) => add("rui", [id]),
    take: () => engine.leaseSends(LEASE),
    retry: (lease, result) => engine.finishSend(lease, result),
    finish: (lease) => engine.finishSend(lease, { state: "done", receipt: { id: "wamid.1" } }),
  };
}

/** What every engine must do where an entry fails again and again. */
export function describeStuckLanes(create: EngineFactory): void {
  describe.each(["work", "outbox"] as const)("a lane of the %s with one that fails", (queue) => {
    let time: ManualTime;
    let engine: Engine;
    let lanes: Lanes;
    const start = async (limits?: { laneHoldMs: number }) => {
      time = new ManualTime();
      const given = limits === undefined ? {} : { limits };
      engine = await create({ clock: time, timers: time, ...given });
      await engine.start();
      lanes = lanesOf(engine, queue);
    };
    beforeEach(() => start());
    afterEach(() => engine.close());

    const take = async () => (await lanes.take()).map(({ item }) => item.id);
    /** Takes the one entry that is free, and gives it back as failed. */
    const fail = async (delayMs = 60 * MINUTE) => {
      const [leased, ...more] = await lanes.take();
      if (leased === undefined || more.length > 0) throw new Error("not one entry is free");
      await lanes.retry(leased.lease, { state: "retry", delayMs, reason: "down" });
      return leased.item.id;
    };
    const finish = async () => {
      const [leased] = await lanes.take();
      if (leased === undefined) throw new Error("nothing is free");
      await lanes.finish(leased.lease);
      return leased.item.id;
    };

    it("waits for it for 10 minutes, then goes on; others do not wait at all", async () => {
      await lanes.add("a1", "a2");
      expect(await fail()).toBe("a1");
      await lanes.addElsewhere("r1");
      expect(await finish()).toBe("r1");
      await time.advance(LANE_HOLD_MS - 1);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await finish()).toBe("a2");
      await time.advance(50 * MINUTE - 1);
      expect(await take()).toEqual([]);
      await time.advance(1);
      const [again] = await lanes.take();
      expect([again?.item.id, again?.attempt]).toEqual(["a1", 2]);
    });

    it("tells when the 10 minutes are over", async () => {
      await lanes.add("a1", "a2");
      await fail();
      await take();
      let told = 0;
      engine.subscribe((mayLease) => (told += mayLease[queue] ? 1 : 0));
      await time.advance(LANE_HOLD_MS);
      expect(told).toBeGreaterThan(0);
    });

    it("keeps the order where it gets through in time", async () => {
      await lanes.add("a1", "a2");
      await fail(MINUTE);
      await time.advance(MINUTE);
      expect([await finish(), await finish()]).toEqual(["a1", "a2"]);
    });

    it("waits no longer for several that fail than for one", async () => {
      await lanes.add("a1", "a2", "a3", "a4");
      expect(await fail()).toBe("a1");
      await time.advance(LANE_HOLD_MS);
      expect([await fail(), await fail(), await finish()]).toEqual(["a2", "a3", "a4"]);
    });

    it("waits anew once one got through", async () => {
      await lanes.add("a1", "a2", "a3", "a4");
      await fail();
      await time.advance(LANE_HOLD_MS);
      expect([await finish(), await fail()]).toEqual(["a2", "a3"]);
      await time.advance(LANE_HOLD_MS - 1);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await take()).toEqual(["a4"]);
    });

    it("takes the one that waits beside it once it is due, before newer ones", async () => {
      await lanes.add("a1", "a2", "a3");
      await fail(20 * MINUTE);
      await time.advance(LANE_HOLD_MS);
      expect(await finish()).toBe("a2");
      await time.advance(10 * MINUTE);
      expect([await finish(), await finish()]).toEqual(["a1", "a3"]);
    });

    it("waits as long as is set", async () => {
      await engine.close();
      await start({ laneHoldMs: 5000 });
      await lanes.add("a1", "a2");
      await fail();
      await time.advance(4999);
      expect(await take()).toEqual([]);
      await time.advance(1);
      expect(await take()).toEqual(["a2"]);
    });
  });
}
