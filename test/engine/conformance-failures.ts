import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import type { FailedSend } from "../../src/engine/failed-send.ts";
import type { SendResult } from "../../src/engine/send.ts";
import type { ReportedStatus } from "../../src/engine/status-report.ts";
import { ManualTime } from "../manual-time.ts";
import { type EngineFactory, event, job, LEASE, NO_LEASE, send } from "./conformance.ts";

const DONE: SendResult = { state: "done", receipt: { id: "wamid.1" } };
const DEAD: SendResult = { state: "dead", reason: "refused", code: "131051" };

/** What every engine must do once a message failed for good. */
export function describeFailures(create: EngineFactory): void {
  describe("what follows messages that failed", () => {
    let engine: Engine;
    let failures: FailedSend[];
    beforeEach(async () => {
      const time = new ManualTime();
      engine = await create({ clock: time, timers: time });
      failures = [];
      engine.followFailures((failed) => {
        failures.push(failed);
        const { id } = failed.send;
        return id === "alone" ? undefined : job(`after ${id}`, `failed ${id}`, { parentId: id });
      });
      await engine.start();
    });
    afterEach(() => engine.close());

    const add = (...ids: string[]) =>
      engine.addEffects({ jobs: [], sends: ids.map((id) => send(id)) });
    const finish = async (result: SendResult) => {
      const [leased] = await engine.leaseSends({ ...LEASE, limit: 1 });
      if (leased === undefined) throw new Error("nothing to lease");
      await engine.finishSend(leased.lease, result);
    };
    let count = 0;
    const report = async (sendId: string, status: ReportedStatus) => {
      count += 1;
      const isFailed = status === "failed";
      const why = isFailed ? { reason: "131026 undeliverable", code: "131026" } : {};
      const told = { sendId, status, messageId: "wamid.1", reason: undefined, ...why };
      const unhandled = "no handler for statuses";
      const changes = { event: "status", unhandled, report: told } as const;
      await engine.accept([event(`status ${String(count)}`, "s", changes)], NO_LEASE);
    };
    const followed = async () => (await engine.leaseWork(LEASE)).map(({ item }) => item.id);

    it("is stored in one step with the failure, and knows all about it", async () => {
      await add("1");
      await finish(DEAD);
      expect(await followed()).toEqual(["after 1"]);
      const { send: failed, ...rest } = failures[0] ?? {};
      expect(failed).toMatchObject({ id: "1", message: { text: "text of 1" } });
      const about = { reason: "refused", code: "131051", attempts: 1, messageId: undefined };
      expect(rest).toEqual(about);
    });

    it("knows what the far side did not take, which is all that is tried again", async () => {
      await add("1");
      const left = (text: string) => ({ channel: "sms", to: "ana", text }) as const;
      const retry = { state: "retry", delayMs: 0, reason: "in part" } as const;
      await finish({ ...retry, remaining: left("two parts") });
      await finish(retry);
      const [leased] = await engine.leaseSends({ ...LEASE, limit: 1 });
      if (leased === undefined) throw new Error("nothing to lease");
      expect(leased.item).toMatchObject({ id: "1", message: left("two parts") });
      await engine.finishSend(leased.lease, {
        state: "dead",
        reason: "in part",
        remaining: left("one part"),
      });
      expect(failures.map(({ send: { message } }) => message)).toEqual([left("one part")]);
      expect(await engine.list({ state: "dead", limit: 1 })).toMatchObject([
        { id: "1", item: { message: left("one part") } },
      ]);
      await engine.retry(["1"], { maySendTwice: false });
      await finish(DEAD);
      expect(failures.at(-1)?.send.message).toEqual(left("one part"));
    });

    it("is stored at once for a part that is refused for good, which is a dead letter of its own", async () => {
      await add("1");
      const part = (id: string, text: string) => ({
        send: send(id, "bo", { message: { channel: "sms", to: "bo", text }, partOf: "1" }),
        ...{ reason: `${id} refused`, code: "550" },
      });
      const rest = { channel: "sms", to: "ana", text: "the rest" } as const;
      const retry = { state: "retry", delayMs: 0, reason: "later", remaining: rest } as const;
      await finish({ ...retry, refusedPart: part("1a", "a part") });
      expect(await followed()).toEqual(["after 1a"]);
      expect(failures).toMatchObject([
        { send: { id: "1a", partOf: "1" }, reason: "1a refused", code: "550", attempts: 1 },
      ]);
      expect(await engine.list({ state: "dead", limit: 9 })).toMatchObject([
        {
          id: "1a",
          kind: "send",
          reason: "1a refused",
          attempts: 1,
          item: { message: { text: "a part" } },
        },
      ]);
      expect((await engine.recall("run")).effects.has("1a")).toBe(false);
      const dead = { state: "dead", reason: "refused", code: "131051" } as const;
      await finish({ ...dead, refusedPart: part("1b", "another part") });
      expect((await followed()).sort()).toEqual(["after 1", "after 1b"]);
      const retried = await engine.retry(["1a"], { maySendTwice: false });
      expect(retried).toEqual([{ id: "1a", changed: true }]);
      await finish(DONE);
      const left = await engine.list({ state: "dead", limit: 9 });
      expect(left.map(({ id }) => id).sort()).toEqual(["1", "1b"]);
    });

    it("is stored where the far side reports that it failed, before the answer or after it", async () => {
      await add("1", "2", "3");
      await finish(DONE);
      await report("1", "failed");
      await finish({ state: "unknown", reason: "no answer" });
      await report("2", "failed");
      const [leased] = await engine.leaseSends({ ...LEASE, limit: 1 });
      await report("3", "failed");
      if (leased === undefined) throw new Error("nothing to lease");
      await engine.finishSend(leased.lease, DONE);
      expect((await followed()).sort()).toEqual(["after 1", "after 2", "after 3"]);
      const reason = "the far side reported that it failed: 131026 undeliverable";
      expect(failures).toMatchObject(Array.from({ length: 3 }, () => ({ reason, code: "131026" })));
    });

    it("is not stored for what was sent, is unknown, or is tried again", async () => {
      await add("1", "2", "3");
      await finish(DONE);
      await finish({ state: "unknown", reason: "no answer" });
      await finish({ state: "retry", delayMs: 1000, reason: "down" });
      await report("1", "read");
      await report("1", "failed");
      expect([failures, await followed()]).toEqual([[], []]);
    });

    it("is stored once for a message, also where that fails again by hand", async () => {
      await add("1");
      await finish(DEAD);
      expect(await followed()).toEqual(["after 1"]);
      await engine.retry(["1"], { maySendTwice: false });
      await finish(DEAD);
      await report("1", "failed");
      expect(await followed()).toEqual([]);
    });

    it("is nothing where nothing is to follow", async () => {
      await add("alone");
      await finish(DEAD);
      expect([failures.length, await followed()]).toEqual([1, []]);
    });
  });
}
