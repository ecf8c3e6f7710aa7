import { expect, test } from "vitest";
import {
  add,
  concat,
  divide,
  modulo,
  multiply,
  negate,
  power,
  subtract,
  wholeDivide,
} from "../../../src/runtime/value/arithmetic.ts";
import type { DateTime } from "../../../src/runtime/value/date-time.ts";
import { parseDate } from "../../../src/runtime/value/date-text.ts";
import { toText } from "../../../src/runtime/value/text.ts";
import type { Value } from "../../../src/runtime/value/value.ts";
import { failure } from "./basic-error.ts";

type Operation = (a: Value, b: Value) => Value;

const RESULTS: readonly (readonly [string, Operation, Value, Value, Value])[] = [
  ["+", add, 1, 2, 3],
  ["+", add, "a", "b", "ab"],
  ["+", add, "a", 1, "a1"],
  ["+", add, 1, "1", "11"],
  ["+", add, "a", null, "a"],
  ["+", add, null, "a", "a"],
  ["+", add, null, 1, 1],
  ["+", add, null, null, 0],
  ["+", add, true, 1, 2],
  ["+", add, "list: ", [1, 2], "list: [1,2]"],
  ["&", concat, 1, 2, "12"],
  ["&", concat, null, true, "true"],
  ["-", subtract, "5", 3, 2],
  ["*", multiply, "2", "3", 6],
  ["/", divide, 1, 4, 0.25],
  ["\\", wholeDivide, 7, 2, 3],
  ["\\", wholeDivide, -7, 2, -3],
  ["MOD", modulo, 7, 3, 1],
  ["MOD", modulo, -7, 3, -1],
  ["MOD", modulo, 5.5, 2, 1.5],
  ["^", power, 2, 10, 1024],
  ["^", power, 2, -1, 0.5],
];

test.each(RESULTS)("%s: case %#", (_, operation, a, b, expected) => {
  expect(operation(a, b)).toBe(expected);
});

test("-x", () => {
  expect(negate("5")).toBe(-5);
  failure("GB3001", () => negate("five"));
});

const FAILURES: readonly (readonly [string, Operation, Value, Value])[] = [
  ["GB3002", divide, 1, 0],
  ["GB3002", divide, 0, "0"],
  ["GB3002", divide, 1, null],
  ["GB3002", wholeDivide, 1, 0],
  ["GB3002", modulo, 1, 0],
  ["GB3001", subtract, "a", 1],
  ["GB3001", multiply, 1, ""],
  ["GB3001", divide, [], 1],
  ["GB3001", add, [1], [2]],
  ["GB3001", add, {}, 1],
  ["GB3001", power, "x", 2],
  ["GB3003", add, 1e308, 1e308],
  ["GB3003", subtract, -1e308, 1e308],
  ["GB3003", multiply, 1e308, 10],
  ["GB3003", divide, 1e308, 1e-10],
  ["GB3003", power, 10, 400],
  ["GB3003", power, -8, 1 / 3],
  ["GB3003", power, 0, -1],
];

test.each(FAILURES)("%s: case %#", (code, operation, a, b) => {
  failure(code, () => operation(a, b));
});

function date(text: string): DateTime {
  const parsed = parseDate(text, "America/New_York");
  if (parsed === undefined) throw new Error(`${text} is no date`);
  return parsed;
}

test.each([
  ["2026-01-31", 86_400, "2026-02-01"],
  // The night to 2026-03-08 has 23 hours there.
  ["2026-03-07", 2 * 86_400, "2026-03-09"],
  ["2026-01-31", 3600, "2026-01-31T01:00:00-05:00"],
  ["2026-03-08 01:00", 3600, "2026-03-08T03:00:00-04:00"],
  ["2026-01-01 00:00", 0.5, "2026-01-01T00:00:00.500-05:00"],
])("%s + %d seconds is %s", (start, seconds, expected) => {
  expect(toText(add(date(start), seconds))).toBe(expected);
  expect(toText(add(seconds, date(start)))).toBe(expected);
  expect(toText(subtract(date(start), -seconds))).toBe(expected);
});

test("dates joined, subtracted and out of range", () => {
  expect(add("on ", date("2026-01-31"))).toBe("on 2026-01-31");
  expect(add(date("2026-01-31"), "!")).toBe("2026-01-31!");
  expect(subtract(date("2026-03-09"), date("2026-03-07"))).toBe(2 * 86_400);
  expect(subtract(date("2026-03-08 12:00"), date("2026-03-08 00:00"))).toBe(11 * 3600);
  failure("GB3001", () => add(date("2026-01-01"), date("2026-01-01")));
  failure("GB3001", () => subtract(1, date("2026-01-01")));
  failure("GB3031", () => add(date("2026-01-01"), 1e12));
  failure("GB3031", () => add(date("2026-01-01"), 1e300));
});
