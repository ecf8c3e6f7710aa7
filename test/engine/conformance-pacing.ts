import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import type { Pacing } from "../../src/engine/pacing.ts";
import { ManualTime } from "../manual-time.ts";
import { type EngineFactory, LEASE, send } from "./conformance.ts";

const NO_RATE = { burst: Infinity, interval: 0 };

/** What every engine must do where messages of a channel may leave only so fast. */
export function describePacing(create: EngineFactory): void {
  describe("pacing", () => {
    let time: ManualTime;
    let engine: Engine;
    beforeEach(() => {
      time = new ManualTime();
    });
    afterEach(() => engine.close());

    const start = async (rate: number, pairRate = NO_RATE) => {
      const pacing: Pacing = new Map([["whatsapp", { rate, pairRate }]]);
      engine = await create({ clock: time, timers: time, pacing });
      await engine.start();
    };
    const add = (...ids: readonly (readonly [string, string])[]) =>
      engine.addEffects({ jobs: [], sends: ids.map(([id, to]) => send(id, to)) });
    /** Sends all that may leave now, and gives the ids. */
    const sendAll = async () => {
      const sent: string[] = [];
      for (;;) {
        const leased = await engine.leaseSends(LEASE);
        if (leased.length === 0) return sent;
        for (const { lease, item } of leased) {
          sent.push(item.id);
          await engine.finishSend(lease, { state: "done", receipt: { id: `wamid.${item.id}` } });
        }
      }
    };

    it("lets no more than the rate leave in any second, in order", async () => {
      await start(2);
      await add(["1", "a"], ["2", "b"], ["3", "c"], ["4", "d"], ["5", "e"]);
      expect(await sendAll()).toEqual(["1", "2"]);
      await time.advance(999);
      expect(await sendAll()).toEqual([]);
      await time.advance(1);
      expect(await sendAll()).toEqual(["3", "4"]);
      await time.advance(1000);
      expect(await sendAll()).toEqual(["5"]);
    });

    it("takes a rate below one a second", async () => {
      await start(0.5);
      await add(["1", "a"], ["2", "b"]);
      expect(await sendAll()).toEqual(["1"]);
      await time.advance(1999);
      expect(await sendAll()).toEqual([]);
      await time.advance(1);
      expect(await sendAll()).toEqual(["2"]);
    });

    it("lets a burst go to one recipient, then one in each interval, and holds up nobody else", async () => {
      await start(Infinity, { burst: 3, interval: 6000 });
      const ana = ["1", "2", "3", "4", "5"].map((id) => [id, "ana"] as const);
      await add(...ana, ["r", "rui"]);
      expect((await sendAll()).sort()).toEqual(["1", "2", "3", "r"]);
      await time.advance(5999);
      expect(await sendAll()).toEqual([]);
      await time.advance(1);
      expect(await sendAll()).toEqual(["4"]);
      await time.advance(6000);
      expect(await sendAll()).toEqual(["5"]);
      // After long silence the whole burst is there again.
      await time.advance(60_000);
      await add(...["6", "7", "8", "9"].map((id) => [id, "ana"] as const));
      expect(await sendAll()).toEqual(["6", "7", "8"]);
    });

    it("tells when the next may leave, and counts what waits for it as delayed", async () => {
      await start(1);
      await add(["1", "a"], ["2", "b"]);
      await sendAll();
      expect((await engine.depth()).outbox).toEqual({ due: 0, delayed: 1, running: 0 });
      const told: boolean[] = [];
      engine.subscribe(({ outbox }) => told.push(outbox));
      await time.advance(1000);
      expect(told).toContain(true);
      expect(await sendAll()).toEqual(["2"]);
    });

    it("stops the whole channel where the far side takes no more, and keeps the order", async () => {
      await start(Infinity);
      await add(["1", "ana"], ["2", "ana"], ["3", "rui"]);
      const [first] = await engine.leaseSends({ ...LEASE, limit: 1 });
      if (first === undefined) throw new Error("nothing to lease");
      const retry = {
        state: "retry",
        delayMs: 4000,
        reason: "130429",
        pausesChannel: true,
      } as const;
      await engine.finishSend(first.lease, retry);
      await time.advance(3999);
      expect(await sendAll()).toEqual([]);
      await time.advance(1);
      expect((await sendAll()).sort()).toEqual(["1", "2", "3"]);
    });

    describe("where one message goes first", () => {
      const rule = { rate: Infinity, pairRate: NO_RATE, startsWithOne: true };
      const lease = async (limit = 10) => engine.leaseSends({ ...LEASE, limit });
      const refuse = async (pausesChannel: boolean) => {
        const [first] = await lease();
        if (first === undefined) throw new Error("nothing to lease");
        const retry = { state: "retry", delayMs: 60_000, reason: "535", pausesChannel } as const;
        await engine.finishSend(first.lease, retry);
      };
      beforeEach(async () => {
        const pacing: Pacing = new Map([["whatsapp", rule]]);
        engine = await create({ clock: time, timers: time, pacing });
        await engine.start();
        await add(["1", "ana"], ["2", "rui"], ["3", "zoe"]);
      });

      it("lets the others leave as soon as it was let in", async () => {
        const [first, ...others] = await lease();
        expect([first?.item.id, others]).toEqual(["1", []]);
        if (first === undefined) return;
        await engine.finishSend(first.lease, {
          state: "dead",
          reason: "no such person",
          code: undefined,
        });
        expect(await lease()).toHaveLength(2);
      });

      it("pauses all where it is refused, and then one goes first again", async () => {
        await refuse(true);
        await time.advance(59_999);
        expect(await lease()).toEqual([]);
        await time.advance(1);
        await refuse(true);
        expect(await lease()).toEqual([]);
        await time.advance(60_000);
        expect((await sendAll()).sort()).toEqual(["1", "2", "3"]);
      });

      it("lets the others leave where it fails for itself alone", async () => {
        await refuse(false);
        expect((await sendAll()).sort()).toEqual(["2", "3"]);
      });

      it("lets another go first where it has no answer after a minute", async () => {
        expect(await lease()).toHaveLength(1);
        await time.advance(59_999);
        expect(await lease()).toEqual([]);
        await time.advance(1);
        expect(await lease()).toHaveLength(1);
      });

      it("lets each account try for itself", async () => {
        await refuse(true);
        const message = { channel: "whatsapp", to: "a", text: "t" } as const;
        const lanes = ["whatsapp/SALES a", "whatsapp/SALES b"];
        const sends = lanes.map((lane) => send(lane, "a", { lane, message }));
        await engine.addEffects({ jobs: [], sends });
        expect(await sendAll()).toEqual(lanes);
      });
    });

    it("does not hold back other channels", async () => {
      await start(1);
      await add(["1", "a"], ["2", "b"]);
      const message = { channel: "sms", to: "a", text: "t" } as const;
      await engine.addEffects({ jobs: [], sends: [send("s", "a", { lane: "sms a", message })] });
      expect((await sendAll()).sort()).toEqual(["1", "s"]);
    });

    it.each([-86_400_000, 86_400_000])(
      "keeps to the pace where the clock is set by %i ms",
      async (byMs) => {
        await start(1, { burst: 1, interval: 6000 });
        await add(["1", "ana"], ["2", "ana"]);
        expect(await sendAll()).toEqual(["1"]);
        await time.advance(1000);
        time.setClock(byMs);
        await time.advance(4999);
        expect(await sendAll()).toEqual([]);
        await time.advance(1);
        expect(await sendAll()).toEqual(["2"]);
      },
    );
  });
}
