import fc from "fast-check";
import { expect, test } from "vitest";
import { Alarms } from "../../src/engine/queue/alarms.ts";

const steps = fc.array(
  fc.oneof(
    fc.record({ key: fc.constantFrom("a", "b", "c", "d"), at: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ key: fc.constantFrom("a", "b", "c", "d"), at: fc.constant(undefined) }),
  ),
);

test("alarms come in the order of their times, those that were taken back never", () => {
  fc.assert(
    fc.property(steps, (given) => {
      const alarms = new Alarms();
      const expected = new Map<string, number>();
      for (const { key, at } of given) {
        expected.delete(key);
        if (at === undefined) alarms.delete(key);
        else {
          alarms.set(key, at);
          expected.set(key, at);
        }
      }
      for (let now = 0; now < 10; now += 1) {
        const due = [...expected].flatMap(([key, at]) => (at === now ? [key] : []));
        expect(alarms.next).toBe(Math.min(Infinity, ...expected.values()));
        expect(alarms.takeDue(now)).toEqual(due);
        for (const key of due) expected.delete(key);
      }
    }),
  );
});

test("alarms that are set anew all the time take no more and more room", () => {
  const alarms = new Alarms();
  for (let count = 0; count < 100_000; count += 1) alarms.set("a", count);
  expect(alarms.takeDue(99_998)).toEqual([]);
  expect(alarms.takeDue(99_999)).toEqual(["a"]);
  expect(alarms.next).toBe(Infinity);
});
