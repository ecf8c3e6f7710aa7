import { expect, test } from "vitest";
import { failure } from "../runtime/value/basic-error.ts";
import { evaluate } from "./evaluate.ts";

test.each([
  [`ROUND(2.5)`, 3],
  [`ROUND(-2.5)`, -3],
  [`ROUND(2.345, 2)`, 2.35],
  [`ROUND(1234.5, -2)`, 1200],
  [`ROUND(0.00000012345, 8)`, 0.000_000_12],
  [`ROUND(123456789012345680000, 2)`, 123_456_789_012_345_680_000],
  [`ROUND(1.1, 99)`, 1.1],
  [`ROUND("2.5")`, 3],
  [`INT(-2.7)`, -2],
  [`FIX(2.7)`, 2],
  [`CEIL(-2.1)`, -2],
  [`FLOOR(2.9)`, 2],
  [`SGN(0)`, 0],
  [`ABS("-3")`, 3],
  [`SQRT(2.25)`, 1.5],
  [`MAX("10", 9)`, "10"],
  [`MAX([3, 8, 5])`, 8],
  [`MAX([{"n": 3}, {"n": 8}, {}], "n")`, 8],
  [`MIN([{"n": 3}, {"n": 8}, {}], "n")`, 3],
  [`MAX([])`, null],
  [`MIN(3, NULL, 5)`, 3],
  [`MIN("b", "a")`, "a"],
  [`SUM([])`, 0],
  [`SUM([1, NULL, "2.5"])`, 3.5],
  [`SUM([{"v": 1}, {"V": 2}, {}], "v")`, 3],
  [`AVG([])`, 0],
  [`AVG([1, 2])`, 1.5],
  [`AVG([{"v": 1}, {"v": 4}], "v")`, 2.5],
  [`COUNT(NULL)`, 0],
  [`COUNT([{"v": 1}, {}], "v")`, 1],
  [`COUNT([1, NULL])`, 2],
])("%s is %j", (source, expected) => {
  expect(evaluate(source)).toBe(expected);
});

test.each([
  ["GB3003", `SQR(-1)`],
  ["GB3003", `LOG(0)`],
  ["GB3003", `EXP(1000)`],
  ["GB3003", `POW(10, 400)`],
  ["GB3001", `ABS("x")`],
  ["GB3001", `SUM(["a"])`],
  ["GB3045", `RANDOM(5, 1)`],
  ["GB3045", `RANDOM(-1)`],
  ["GB3045", `RANDOM(1.2, 1.8)`],
])("%s: %s", (code, source) => {
  failure(code, () => evaluate(source));
});

test("random numbers reach both ends of a range and nothing else", () => {
  const almostOne = 1 - Number.EPSILON;
  expect(evaluate(`RANDOM(1, 6)`, { random: [0] })).toBe(1);
  expect(evaluate(`RANDOM(1, 6)`, { random: [almostOne] })).toBe(6);
  expect(evaluate(`RANDOM(6)`, { random: [0] })).toBe(0);
  expect(evaluate(`RANDOM(6)`, { random: [almostOne] })).toBe(6);
  expect(evaluate(`RANDOM(1.5, 3.5)`, { random: [0] })).toBe(2);
  expect(evaluate(`RANDOM()`, { random: [0.25] })).toBe(0.25);
  expect(evaluate(`RND()`, { random: [0.25] })).toBe(0.25);
  expect(evaluate(`RND(1)`, { random: [0.25] })).toBe(0.25);
});
