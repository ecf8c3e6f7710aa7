import { expect, it } from "vitest";
import { Pump } from "../../src/delivery/pump.ts";
import type { Leased } from "../../src/engine/lease.ts";
import { ManualTime } from "../manual-time.ts";

function leasedOf(item: string): Leased<string> {
  return { lease: { id: item, token: "1" }, item, attempt: 1, ageMs: 0, repeated: false };
}

function pumpOf(store: { waiting: string[]; broken: boolean }) {
  const time = new ManualTime();
  const handled: string[] = [];
  const errors: string[] = [];
  const silent = () => {};
  const pump = new Pump<string>({
    name: "entries",
    limit: 1,
    lease: async (limit) => {
      if (store.broken) throw new Error("the disk is gone");
      return store.waiting.splice(0, limit).map(leasedOf);
    },
    handle: async ({ item }) => {
      handled.push(item);
      if (item === "bad") throw new Error("the result was not recorded");
    },
    timers: time,
    log: {
      debug: silent,
      info: silent,
      warn: silent,
      error: (_fields, message) => errors.push(message),
    },
  });
  pump.start();
  return { pump, time, handled, errors };
}

it("uses room that was kept in vain", async () => {
  const store = { waiting: [] as string[], broken: false };
  const { pump, time, handled } = pumpOf(store);
  await time.settle();
  const reserved = pump.reserve(5);
  expect(reserved).toBe(1);
  store.waiting.push("a");
  pump.wake();
  await time.settle();
  expect(handled).toEqual([]);
  pump.adopt(reserved, []);
  await pump.whenIdle();
  expect(handled).toEqual(["a"]);
});

it("goes on after an entry whose result could not be recorded", async () => {
  const { pump, handled, errors } = pumpOf({ waiting: ["bad", "a"], broken: false });
  await pump.whenIdle();
  expect(handled).toEqual(["bad", "a"]);
  expect(errors).toEqual(["entries could not be recorded"]);
});

it("asks a failing store again after a second", async () => {
  const store = { waiting: ["a"], broken: true };
  const { time, handled, errors } = pumpOf(store);
  await time.advance(999);
  expect([handled, errors]).toEqual([[], ["the engine gave no entries"]]);
  store.broken = false;
  await time.advance(1);
  expect(handled).toEqual(["a"]);
});
