import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contains,
  endsWith,
  isIn,
  like,
  startsWith,
} from "../../../src/runtime/value/membership.ts";
import type { Value } from "../../../src/runtime/value/value.ts";
import { failure } from "./basic-error.ts";

const CONTAINERS: readonly (readonly [Value, Value, boolean])[] = [
  ["hello", "ell", true],
  ["hello", "ELL", false],
  ["hello", "", true],
  [[1, "2"], 2, true],
  [[1, "2"], 3, false],
  [[[1]], [1], true],
  [{ a: 1 }, "a", true],
  [{ a: 1 }, "toString", false],
  [12_345, 234, true],
  [null, "a", false],
  [null, null, false],
];

test.each(CONTAINERS)("%j contains %j: %s", (container, item, expected) => {
  expect(contains(container, item)).toBe(expected);
  expect(isIn(item, container)).toBe(expected);
});

test("starts and ends", () => {
  expect(startsWith("hello", "he")).toBe(true);
  expect(startsWith("hello", "HE")).toBe(false);
  expect(endsWith("hello", "lo")).toBe(true);
  expect(endsWith(null, "x")).toBe(false);
  expect(startsWith(5511, 55)).toBe(true);
});

test.each([
  ["John Doe", "John*", true],
  ["john doe", "JOHN%", true],
  ["xJohn", "John*", false],
  ["", "", true],
  ["", "*", true],
  ["a", "", false],
  ["abc", "a?c", true],
  ["abc", "a_c", true],
  ["ac", "a?c", false],
  ["a1", "a#", true],
  ["ab", "a#", false],
  ["b", "[a-c]", true],
  ["d", "[a-c]", false],
  ["d", "[!a-c]", true],
  ["-", "[a-]", true],
  ["]", "[]]", true],
  ["!", "[!]", true],
  ["[x", "[x", true],
  ["a.c", "a.c", true],
  ["abc", "a.c", false],
  ["100%", "100[%]", true],
  ["aXbXc", "a*b*c", true],
  ["mississippi", "*sip*", true],
  ["mississippi", "*sip", false],
  ["line\nbreak", "line*break", true],
  ["É", "é", true],
])("%j LIKE %j: %s", (text, pattern, expected) => {
  expect(like(text, pattern)).toBe(expected);
});

test("a pattern with many runs ends soon, whatever the text", () => {
  expect(like("a".repeat(20_000), `${"*a".repeat(400)}*b`)).toBe(false);
  expect(failure("GB3005", () => like("a", "*".repeat(1001)))).toContain("1000 characters");
});

test("a text is like itself where nothing in it is special, and like any part between runs", () => {
  const plain = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "-", ".", "(") });
  fc.assert(
    fc.property(plain, plain, plain, (before, part, after) => {
      expect(like(part, part)).toBe(true);
      expect(like(before + part + after, `*${part}*`)).toBe(true);
      expect(like(part, `${part}?`)).toBe(false);
    }),
  );
});

test("agrees with a regular expression", () => {
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "#"), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "1"), maxLength: 10 });
  fc.assert(
    fc.property(text, pattern, (value, written) => {
      const source = written.replaceAll("*", ".*").replaceAll("?", ".").replaceAll("#", "\\d");
      expect(like(value, written)).toBe(new RegExp(`^${source}$`).test(value));
    }),
    { numRuns: 1000 },
  );
});
