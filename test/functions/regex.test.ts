import { expect, test } from "vitest";
import { regexFunctions } from "../../src/functions/regex/index.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { failure } from "../runtime/value/basic-error.ts";
import { call, type Surroundings } from "./evaluate.ts";

const byName = new Map(regexFunctions.map((entry) => [entry.name, entry]));

function regex(name: string, args: readonly Value[], around?: Surroundings): Value {
  const entry = byName.get(name);
  if (entry === undefined) throw new Error(`no function ${name}`);
  return call(entry, args, around);
}

test.each<[string, readonly Value[], Value]>([
  ["REGEX_TEST", ["Order 42", "^Order \\d+$"], true],
  ["REGEX_TEST", ["order 42", "^Order"], false],
  ["REGEX_TEST", ["order 42", "^Order", "i"], true],
  ["REGEX_TEST", ["a\nb", "^b$"], false],
  ["REGEX_TEST", ["a\nb", "^b$", "m"], true],
  ["REGEX_TEST", ["a\nb", "a.b", "S"], true],
  ["REGEX_TEST", [null, "^$"], true],
  ["REGEX_TEST", ["São", "^\\p{L}+$"], true],
  ["REGEX_MATCH", ["tel. 11 98765", "\\d{5}"], "98765"],
  ["REGEX_MATCH", ["none", "\\d"], null],
  ["REGEX_MATCH", ["a😀b", "."], "a"],
  ["REGEX_MATCH", ["😀b", "^.b$"], "😀b"],
  ["REGEX_GROUPS", ["2026-12-31", "(\\d+)-(\\d+)-(x)?"], ["2026", "12", null]],
  ["REGEX_GROUPS", ["2026-12", "(?<year>\\d+)-(?<month>\\d+)"], { year: "2026", month: "12" }],
  ["REGEX_GROUPS", ["none", "(\\d)"], null],
  ["REGEX_MATCHES", ["a1b22", "\\d+"], ["1", "22"]],
  ["REGEX_MATCHES", ["", "\\d+"], []],
  ["REGEX_MATCHES", ["ab", "x*"], ["", "", ""]],
  ["REGEX_REPLACE", ["a-b", "(\\w)-(\\w)", "$2-$1"], "b-a"],
  ["REGEX_REPLACE", ["ab", "(?<x>a)", "${x}${x}$$$&$9$10"], "aa$a$9a0b"],
  ["REGEX_REPLACE", ["aaa", "a", ""], ""],
  ["REGEX_REPLACE", ["abc", "z", "y"], "abc"],
  ["REGEX_SPLIT", ["a1b22c", "\\d+"], ["a", "b", "c"]],
  ["REGEX_SPLIT", ["abc", ""], ["a", "b", "c"]],
  ["REGEX_SPLIT", ["", ","], [""]],
])("%s of %j is %j", (name, args, expected) => {
  expect(regex(name, args)).toEqual(expected);
});

test.each<[string, string, readonly Value[], string]>([
  ["GB3210", "REGEX_TEST", ["a", "(a"], "missing closing"],
  ["GB3210", "REGEX_TEST", ["a", "(?=a)"], "(?="],
  ["GB3210", "REGEX_TEST", ["a", "(a)\\1"], "\\1"],
  ["GB3210", "REGEX_TEST", ["a", "a{1001}"], "repeat count"],
  ["GB3210", "REGEX_TEST", ["a", "(((a{100}){100}){100})"], "repeat"],
  ["GB3211", "REGEX_TEST", ["a", "a".repeat(1001)], "1000 characters"],
  ["GB3212", "REGEX_TEST", ["a", "a", "x"], '"x"'],
  ["GB3006", "REGEX_TEST", ["a".repeat(100_000), "(.{900})[0-9]"], "too long"],
])("%s: %s with %j", (code, name, args, text) => {
  expect(failure(code, () => regex(name, args))).toContain(text);
});

test("a result beyond the limits is refused before it is made", () => {
  const around = { textLength: 100, listLength: 3 };
  failure("GB3090", () => regex("REGEX_REPLACE", ["aaaa", "a", "x".repeat(26)], around));
  failure("GB3090", () => regex("REGEX_REPLACE", ["a".repeat(50), "a+", "$&$&$&"], around));
  failure("GB3091", () => regex("REGEX_MATCHES", ["aaaa", "a"], around));
  failure("GB3091", () => regex("REGEX_SPLIT", ["a,b,c,d", ","], around));
  expect(regex("REGEX_SPLIT", ["a,b,c", ","], around)).toHaveLength(3);
});

test.each(["(a+)+$", "(a|aa)+$", "(.*a){20}", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"])(
  "the pattern %s, which could take forever, takes no time to speak of",
  (pattern) => {
    const started = performance.now();
    expect(regex("REGEX_TEST", [`${"a".repeat(30_000)}!`, pattern])).toBeTypeOf("boolean");
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);

test("matches that look through all the rest of the text each time are cut off", () => {
  const text = "a".repeat(400_000);
  const around = { listLength: 1_000_000 };
  failure("GB3006", () => regex("REGEX_MATCHES", [text, "a(?:.*[0-9])?"], around));
});
