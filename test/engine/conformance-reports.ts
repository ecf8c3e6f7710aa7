import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import type { FinishedState } from "../../src/engine/finished.ts";
import type { SendResult } from "../../src/engine/send.ts";
import type { ReportedStatus } from "../../src/engine/status-report.ts";
import { ManualTime } from "../manual-time.ts";
import { type EngineFactory, event, LEASE, NO_LEASE, send } from "./conformance.ts";

const DONE: SendResult = { state: "done", receipt: { id: "wamid.1" } };
const UNKNOWN: SendResult = { state: "unknown", reason: "no answer" };
const FAILED = "the far side reported that it failed: 131026 undeliverable";

/** What every engine must do with what the far side reports of messages. */
export function describeReports(create: EngineFactory): void {
  describe("reports of the far side", () => {
    let engine: Engine;
    beforeEach(async () => {
      const time = new ManualTime();
      engine = await create({ clock: time, timers: time });
      await engine.start();
    });
    afterEach(() => engine.close());

    let count = 0;
    const report = (sendId: string | undefined, status: ReportedStatus, messageId = "wamid.1") => {
      count += 1;
      const reason = status === "failed" ? "131026 undeliverable" : undefined;
      const told = { sendId, status, messageId, reason };
      const changes = {
        event: "status",
        unhandled: "no handler for statuses",
        report: told,
      } as const;
      return engine.accept([event(`status ${String(count)}`, "s", changes)], NO_LEASE);
    };
    const add = (...ids: string[]) =>
      engine.addEffects({ jobs: [], sends: ids.map((id) => send(id)) });
    const leaseOne = async () => {
      const [leased] = await engine.leaseSends({ ...LEASE, limit: 1 });
      if (leased === undefined) throw new Error("nothing to lease");
      return leased.lease;
    };
    const finish = async (result: SendResult) => engine.finishSend(await leaseOne(), result);
    const listed = async (state: FinishedState) =>
      (await engine.list({ state, limit: 10 })).map(({ id, reason }) => [id, reason] as const);
    const all = async () => ({
      done: await listed("done"),
      dead: await listed("dead"),
      unknown: await listed("unknown"),
    });
    const NOTHING = { done: [], dead: [], unknown: [] };

    it.each<ReportedStatus>(["sent", "delivered", "read", "played"])(
      "make a message done whose fate was unknown: %s",
      async (status) => {
        await add("1");
        await finish(UNKNOWN);
        await report("1", status);
        expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]] });
      },
    );

    it("make a message dead that failed, known to have been taken or not", async () => {
      await add("1", "2");
      await finish(UNKNOWN);
      await finish(DONE);
      await report("1", "failed");
      await report("2", "failed");
      const { dead, ...rest } = await all();
      expect([...dead].sort()).toEqual([
        ["1", FAILED],
        ["2", FAILED],
      ]);
      expect(rest).toEqual({ done: [], unknown: [] });
    });

    it("never go back: what arrived has not failed, what failed has not arrived", async () => {
      await add("1", "2");
      await finish(DONE);
      await finish(DONE);
      await report("1", "delivered");
      await report("1", "failed");
      await report("2", "failed");
      await report("2", "delivered");
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]], dead: [["2", FAILED]] });
    });

    it("count although they come before the answer", async () => {
      await add("1", "2");
      const first = await leaseOne();
      await report("1", "sent");
      await engine.finishSend(first, UNKNOWN);
      const second = await leaseOne();
      await report("2", "failed");
      await engine.finishSend(second, DONE);
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]], dead: [["2", FAILED]] });
    });

    it("do not send a message again that was taken after all", async () => {
      await add("1");
      const lease = await leaseOne();
      await report("1", "sent");
      await engine.finishSend(lease, { state: "retry", delayMs: 1000, reason: "down" });
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]] });
    });

    it("say nothing of the second copy that a person asked for", async () => {
      await add("1");
      await finish(UNKNOWN);
      await report("1", "failed");
      await engine.retry(["1"], { maySendTwice: false });
      await finish(DONE);
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]] });
    });

    it("find a message by the far side's id where they do not give its key back", async () => {
      await add("1", "2", "3");
      await finish(DONE);
      await finish({ state: "done", receipt: { id: "wamid.2" } });
      await finish(UNKNOWN);
      await report(undefined, "delivered");
      await report(undefined, "failed", "wamid.2");
      await report(undefined, "failed", "wamid.elsewhere");
      expect(await all()).toEqual({
        done: [["1", undefined]],
        dead: [["2", FAILED]],
        unknown: [["3", "no answer"]],
      });
      await report(undefined, "failed");
      expect((await all()).done).toEqual([["1", undefined]]);
    });

    it("by the far side's id say nothing of what is sent anew", async () => {
      await add("1");
      await finish(UNKNOWN);
      await report("1", "failed");
      await engine.retry(["1"], { maySendTwice: false });
      await report(undefined, "failed");
      await finish({ state: "done", receipt: { id: "wamid.2" } });
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]] });
    });

    it("of messages that are not known, and of repeated deliveries, change nothing", async () => {
      await add("1");
      await finish(DONE);
      await report("elsewhere", "failed");
      expect(await all()).toEqual({ ...NOTHING, done: [["1", undefined]] });
    });
  });
}
