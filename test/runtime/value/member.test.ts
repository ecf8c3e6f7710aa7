import { expect, test } from "vitest";
import { parseJson } from "../../../src/runtime/value/json.ts";
import {
  getIndex,
  getMember,
  hasMember,
  objectFrom,
  setIndex,
  setMember,
} from "../../../src/runtime/value/member.ts";
import type { Value, ValueObject } from "../../../src/runtime/value/value.ts";
import { failure } from "./basic-error.ts";

const LIMITS = { listLength: 3 };
const SPECIAL = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];

const READS: readonly (readonly [Value, string, Value])[] = [
  [{ a: 1 }, "a", 1],
  [{ a: 1 }, "A", 1],
  [{ Name: 1, name: 2 }, "name", 2],
  [{ Name: 1, naMe: 2 }, "name", null],
  [{ a: 1 }, "b", null],
  [{ length: 7 }, "length", 7],
  [{}, "length", null],
  [[1, 2], "length", 2],
  [[1, 2], "Length", 2],
  [[1, 2], "map", null],
  ["abc", "length", 3],
  ["abc", "trim", null],
  [null, "a", null],
  [5, "toFixed", null],
  [true, "a", null],
];

test.each(READS)("the member of %j named %s is %j", (target, name, expected) => {
  expect(getMember(target, name)).toBe(expected);
});

const ITEMS: readonly (readonly [Value, Value, Value])[] = [
  [[1, 2], 0, 1],
  [[1, 2], "1", 2],
  [[1, 2], 2, null],
  [[1, 2], -1, null],
  [[1, 2], 0.5, null],
  [[1, 2], "length", null],
  [[1, 2], null, null],
  ["abc", 1, "b"],
  ["abc", 3, null],
  ["abc", "x", null],
  [{ a: 1 }, "A", 1],
  [{ "1": "one" }, 1, "one"],
  [{ a: 1 }, ["a"], null],
  [null, 0, null],
  [5, 0, null],
];

test.each(ITEMS)("%j at %j is %j", (target, index, expected) => {
  expect(getIndex(target, index)).toBe(expected);
});

test.each(SPECIAL)("%s is plain data", (name) => {
  const target: ValueObject = {};
  expect(getMember(target, name)).toBeNull();
  expect(getIndex(target, name)).toBeNull();
  expect(hasMember(target, name)).toBe(false);
  setMember(target, name, { polluted: true });
  expect(getMember(target, name)).toEqual({ polluted: true });
  setIndex(target, name, "again", LIMITS);
  expect(getMember(target, name)).toBe("again");
  expect(Object.keys(target)).toEqual([name]);
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect(getMember({}, "polluted")).toBeNull();
  expect(getMember(parseJson(`{"${name}":{"x":1}}`), name)).toEqual({ x: 1 });
  expect(getMember(objectFrom([[name, 1]]), name)).toBe(1);
});

test("writing goes under the exact name", () => {
  const target: ValueObject = { Name: 1 };
  setMember(target, "name", 2);
  expect(target).toEqual({ Name: 1, name: 2 });
});

test("an index just past the end appends, up to the limit", () => {
  const list: Value[] = [];
  for (const index of [0, "1", 2]) setIndex(list, index, "x", LIMITS);
  setIndex(list, 1, "y", LIMITS);
  expect(list).toEqual(["x", "y", "x"]);
  expect(
    failure("GB3091", () => {
      setIndex(list, 3, "x", LIMITS);
    }),
  ).toContain("3 items");
});

test("a list that is too long already can be changed, but not grow", () => {
  const list: Value[] = [1, 2, 3, 4, 5];
  setIndex(list, 4, "x", LIMITS);
  expect(list).toEqual([1, 2, 3, 4, "x"]);
  failure("GB3091", () => {
    setIndex(list, 5, "x", LIMITS);
  });
});

test("what cannot be written says so", () => {
  expect(
    failure("GB3010", () => {
      setMember(null, "a", 1);
    }),
  ).toBe("cannot write the member a, as the value is null");
  for (const target of ["text", 5, [1]])
    failure("GB3010", () => {
      setMember(target, "a", 1);
    });
  for (const target of ["text", 5, null])
    failure("GB3011", () => {
      setIndex(target, 0, 1, LIMITS);
    });
  for (const index of [-1, 0.5, "x", null, true]) {
    failure("GB3012", () => {
      setIndex([1], index, 1, LIMITS);
    });
  }
  failure("GB3013", () => {
    setIndex([1], 2, 1, LIMITS);
  });
  failure("GB3091", () => {
    setIndex([1], 1e15, 1, LIMITS);
  });
});
