import { expect, test } from "vitest";
import { convertArgument, convertSigil } from "../../../src/runtime/value/convert.ts";
import { DateTime } from "../../../src/runtime/value/date-time.ts";
import { isObject, kindOf } from "../../../src/runtime/value/kind.ts";
import { finite, parseNumber, toNumber, toWhole } from "../../../src/runtime/value/number.ts";
import { describe as describeValue, toText } from "../../../src/runtime/value/text.ts";
import { isTrue } from "../../../src/runtime/value/truth.ts";
import type { Value } from "../../../src/runtime/value/value.ts";
import { failure } from "./basic-error.ts";

const DATE = new DateTime(Date.UTC(2026, 11, 31, 23, 59), "America/Sao_Paulo");
const DAY = new DateTime(Date.UTC(2026, 11, 31, 3), "America/Sao_Paulo", "day");

interface Row {
  readonly value: Value;
  readonly kind: string;
  readonly text: string;
  readonly isTrue: boolean;
  readonly described: string;
}

const ROWS: readonly Row[] = [
  { value: null, kind: "null", text: "", isTrue: false, described: "null" },
  { value: true, kind: "boolean", text: "true", isTrue: true, described: "true" },
  { value: false, kind: "boolean", text: "false", isTrue: false, described: "false" },
  { value: 0, kind: "number", text: "0", isTrue: false, described: "0" },
  { value: -0, kind: "number", text: "0", isTrue: false, described: "0" },
  { value: 12.5, kind: "number", text: "12.5", isTrue: true, described: "12.5" },
  { value: 0.1 + 0.2, kind: "number", text: "0.3", isTrue: true, described: "0.3" },
  {
    value: 1e15,
    kind: "number",
    text: "1000000000000000",
    isTrue: true,
    described: "1000000000000000",
  },
  { value: "", kind: "text", text: "", isTrue: false, described: '""' },
  { value: "0", kind: "text", text: "0", isTrue: true, described: '"0"' },
  { value: 'a"b\n', kind: "text", text: 'a"b\n', isTrue: true, described: String.raw`"a\"b\n"` },
  { value: [], kind: "list", text: "[]", isTrue: false, described: "a list of 0 items" },
  { value: [1], kind: "list", text: "[1]", isTrue: true, described: "a list of 1 item" },
  { value: {}, kind: "object", text: "{}", isTrue: false, described: "an object" },
  {
    value: { a: [DAY] },
    kind: "object",
    text: '{"a":["2026-12-31"]}',
    isTrue: true,
    described: "an object",
  },
  {
    value: DATE,
    kind: "date",
    text: "2026-12-31T20:59:00-03:00",
    isTrue: true,
    described: "2026-12-31T20:59:00-03:00",
  },
  { value: DAY, kind: "date", text: "2026-12-31", isTrue: true, described: "2026-12-31" },
];

test.each(ROWS)("$kind $text", (row) => {
  expect(kindOf(row.value)).toBe(row.kind);
  expect(isObject(row.value)).toBe(row.kind === "object");
  expect(toText(row.value)).toBe(row.text);
  expect(isTrue(row.value)).toBe(row.isTrue);
  expect(describeValue(row.value)).toBe(row.described);
});

test("a long text is cut in messages", () => {
  expect(describeValue("x".repeat(41))).toBe(`"${"x".repeat(40)}…"`);
  expect(describeValue("x".repeat(40))).toBe(`"${"x".repeat(40)}"`);
});

test.each([
  ["1", 1],
  [" -1.5 ", -1.5],
  ["+.5", 0.5],
  ["5.", 5],
  ["1e3", 1000],
  ["1E-2", 0.01],
  ["0012", 12],
])("%j is the number %d", (text, number) => {
  expect(parseNumber(text)).toBe(number);
  expect(toNumber(text)).toBe(number);
});

test.each([
  "",
  " ",
  "abc",
  "1,5",
  "0x10",
  "Infinity",
  "NaN",
  "1e999",
  "1 2",
  "--1",
  ".",
  "e5",
  "1e",
  "١",
])("%j is no number", (text) => {
  expect(parseNumber(text)).toBeUndefined();
  expect(failure("GB3001", () => toNumber(text))).toBe(
    `expected a number, found ${JSON.stringify(text)}`,
  );
});

test("a long text that is almost a number is refused in linear time", () => {
  expect(parseNumber(`${"1".repeat(1_000_000)}x`)).toBeUndefined();
  expect(parseNumber(`1${" ".repeat(1_000_000)}x`)).toBeUndefined();
});

test("null and booleans are numbers, lists, objects and dates are none", () => {
  expect([null, false, true].map(toNumber)).toEqual([0, 0, 1]);
  for (const value of [[], [1], {}, DATE]) failure("GB3001", () => toNumber(value));
});

test.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [-0.5, 0],
  [-1.5, -2],
  [-2.5, -2],
  [2.4999, 2],
  [-0.2, 0],
  ["3.7", 4],
  [1e300, 1e300],
])("%j becomes the whole number %d", (value, whole) => {
  expect(toWhole(value)).toBe(whole);
});

test("only real numbers pass", () => {
  expect(finite(1, "+")).toBe(1);
  expect(failure("GB3003", () => finite(Infinity, "+"))).toContain("the result of +");
  failure("GB3003", () => finite(NaN, "SQR"));
});

test("sigils convert", () => {
  expect(convertSigil(1.5, "$")).toBe("1.5");
  expect(convertSigil(null, "$")).toBe("");
  expect(convertSigil("2.5", "%")).toBe(2);
  expect(convertSigil("2.5", "!")).toBe(2.5);
  expect(convertSigil("2.5", "#")).toBe(2.5);
  failure("GB3001", () => convertSigil("many", "%"));
});

test("arguments convert", () => {
  const list = [1];
  expect(convertArgument(null, "text")).toBe("");
  expect(convertArgument([1], "text")).toBe("[1]");
  expect(convertArgument("5", "number")).toBe(5);
  expect(convertArgument(null, "list")).toEqual([]);
  expect(convertArgument("a", "list")).toEqual(["a"]);
  expect(convertArgument(list, "list")).toBe(list);
  expect(convertArgument(list, "any")).toBe(list);
  failure("GB3001", () => convertArgument("", "number"));
});
