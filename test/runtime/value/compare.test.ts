import fc from "fast-check";
import { expect, test } from "vitest";
import { equals, order } from "../../../src/runtime/value/compare.ts";
import { parseDate } from "../../../src/runtime/value/date-text.ts";
import { DateTime } from "../../../src/runtime/value/date-time.ts";
import type { Value } from "../../../src/runtime/value/value.ts";
import { anyValue } from "./any-value.ts";

const midnight = new DateTime(Date.UTC(2026, 0, 2, 3), "America/Sao_Paulo", "day");

const EQUAL: readonly (readonly [Value, Value])[] = [
  [null, ""],
  [null, null],
  [1, "1"],
  [1, " 1.0 "],
  [-0, 0],
  ["abc", "abc"],
  [true, "true"],
  [
    [1, [2, { a: "x" }]],
    ["1", [2, { a: "x" }]],
  ],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [[], []],
  ["[1,2]", [1, 2]],
  [midnight, "2026-01-02"],
  [midnight, "02/01/2026"],
  [midnight, "2026-01-02T03:00:00Z"],
  [midnight, new DateTime(midnight.epoch, "UTC")],
];

const DIFFERENT: readonly (readonly [Value, Value])[] = [
  [null, 0],
  [null, false],
  [null, []],
  [0, ""],
  [1, true],
  [1, "one"],
  ["a", "A"],
  ["1", "1.0"],
  [true, false],
  [[1], [1, 2]],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [{ a: null }, {}],
  [{ a: 1 }, { A: 1 }],
  [{ toString: 1 }, { valueOf: 1 }],
  [midnight, "2026-01-03"],
  [midnight, "2026-02-30"],
  [midnight, midnight.epoch],
];

test.each(EQUAL)("%j equals %j", (a, b) => {
  expect(equals(a, b)).toBe(true);
  expect(equals(b, a)).toBe(true);
  expect(order(a, b) + 0).toBe(0);
});

test.each(DIFFERENT)("%j does not equal %j", (a, b) => {
  expect(equals(a, b)).toBe(false);
  expect(equals(b, a)).toBe(false);
  expect(order(a, b)).not.toBe(0);
});

const ORDERED: readonly (readonly [Value, Value])[] = [
  [9, 10],
  [9, "10"],
  ["10", "9"],
  ["a", "b"],
  ["Z", "a"],
  [null, "a"],
  [null, -5],
  [false, true],
  [-1, 1],
  [midnight, "2026-01-02 00:01"],
  ["01/01/2026", midnight],
  [
    [1, 2],
    [1, 3],
  ],
];

test.each(ORDERED)("%j comes before %j", (a, b) => {
  expect(order(a, b)).toBeLessThan(0);
  expect(order(b, a)).toBeGreaterThan(0);
});

test("order and equality agree, both ways round", () => {
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(Math.sign(order(a, b)) + 0).toBe(0 - Math.sign(order(b, a)));
      expect(order(a, b) === 0).toBe(equals(a, b));
      expect(equals(a, structuredClone(a))).toBe(true);
    }),
  );
});

test("a list that contains itself can be compared", () => {
  const circle: Value[] = [1];
  circle.push(circle);
  const other: Value[] = [1];
  other.push(other);
  const different: Value[] = [2];
  different.push(different);
  expect(equals(circle, other)).toBe(true);
  expect(equals(circle, different)).toBe(false);
});

test("depth and shared parts cost neither stack nor time", () => {
  const deep = (levels: number) => {
    let value: Value = ["end"];
    for (let level = 0; level < levels; level += 1) value = [value];
    return value;
  };
  const shared = () => {
    let value: Value = ["end"];
    for (let level = 0; level < 60; level += 1) value = [value, value];
    return value;
  };
  expect(equals(deep(100_000), deep(100_000))).toBe(true);
  expect(equals(shared(), shared())).toBe(true);
});

test("a date is read in the zone of the other", () => {
  const inTokyo = parseDate("2026-01-02 12:00", "Asia/Tokyo");
  expect(equals(inTokyo ?? null, "2026-01-02 12:00")).toBe(true);
  expect(equals(inTokyo ?? null, "2026-01-02T12:00:00Z")).toBe(false);
});
