import { expect, test } from "vitest";
import type { FunctionEntry } from "../../src/functions/define.ts";
import { methods } from "../../src/functions/methods.ts";
import { objectFrom } from "../../src/runtime/value/member.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { failure } from "../runtime/value/basic-error.ts";
import { call, evaluate } from "./evaluate.ts";

test.each([
  [`UBOUND(NULL)`, 0],
  [`UBOUND([])`, 0],
  [`UBOUND("one")`, 1],
  [`FIRST([])`, null],
  [`FIRST("")`, ""],
  [`FIRST("  one two")`, "one"],
  [`FIRST(NULL)`, ""],
  [`FIRST([1, 2, 3], 2)`, [1, 2]],
  [`FIRST("a b c", 2)`, "a b"],
  [`LAST([1, 2, 3])`, 3],
  [`LAST([1, 2, 3], 2)`, [2, 3]],
  [`LAST([1, 2], 0)`, []],
  [`LAST([1, 2], -1)`, []],
  [`APPEND([1], 2, 3)`, [1, 2, 3]],
  [`APPEND([1], [2])`, [1, [2]]],
  [`POP([])`, null],
  [`SORT(["b", "a"])`, ["a", "b"]],
  [`SORT([10, "9", 8])`, [8, "9", 10]],
  [`SORT([1, 2, 3], "DESC")`, [3, 2, 1]],
  [`SORT([{"n": 2}, {"n": 1}], "n")`, [{ n: 1 }, { n: 2 }]],
  [`SORT([{"n": 1}, {"n": 2}], "n", "desc")`, [{ n: 2 }, { n: 1 }]],
  [`SORT([{"desc": 2}, {"desc": 1}], "desc", "asc")`, [{ desc: 1 }, { desc: 2 }]],
  [`UNIQUE([1, "1", "a", "a", {"x": 1}, {"x": 1}])`, [1, "a", { x: 1 }]],
  [`REVERSE([1, 2])`, [2, 1]],
  [`SLICE("hello", 1, 3)`, "el"],
  [`SLICE([1, 2, 3], -2)`, [2, 3]],
  [`KEYS(NULL)`, []],
  [`VALUES("x")`, []],
  [`HASKEY({"Name": 1}, "name")`, true],
  [`HASKEY({}, "toString")`, false],
  [`HASKEY([1], "length")`, false],
  [`INDEXOF("hello", "l")`, 2],
  [`INDEXOF([1, 2], "2")`, 1],
  [`INDEXOF([1, 2], 3)`, -1],
  [`ISEMPTY(0)`, false],
  [`ISEMPTY(FALSE)`, false],
  [`ISEMPTY([])`, true],
  [`ISEMPTY({})`, true],
  [`ISEMPTY(" ")`, false],
  [`ISEMPTY(NULL)`, true],
  [`ISNUMERIC("")`, false],
  [`ISNUMERIC("1e3")`, true],
  [`ISNUMERIC(TRUE)`, false],
  [`ISDATE(NOW())`, true],
  [`ISDATE("2026-01-01")`, true],
  [`ISDATE(5)`, false],
  [`ISNULL("")`, false],
  [`ISOBJECT([])`, false],
  [`ISOBJECT(TODAY())`, false],
  [`TYPEOF(NULL)`, "null"],
  [`TYPEOF(TODAY())`, "date"],
  [`TYPEOF("")`, "text"],
  [`NVL("", "x")`, "x"],
  [`NVL(0, "x")`, 0],
  [`IIF("", 1, 2)`, 2],
  [`JSON({"a": [1]}, 2)`, '{\n  "a": [\n    1\n  ]\n}'],
  [`JSON(NULL)`, "null"],
  [`JSON(TODAY())`, '"2026-11-21"'],
  [`PARSEJSON("{\\"__proto__\\": 1}")`, objectFrom([["__proto__", 1]])],
  [
    `TOYAML({"a": [1, {"b": "x y", "c": "1"}], "d": {}, "e f": "yes", "g": {"h": []}})`,
    'a:\n  - 1\n  - b: x y\n    c: "1"\nd: {}\ne f: "yes"\ng:\n  h: []',
  ],
  [`TOYAML("two\\nlines")`, String.raw`"two\nlines"`],
])("%s is %j", (source, expected) => {
  expect(evaluate(source)).toEqual(expected);
});

function method(name: string): FunctionEntry {
  const entry = methods.get(name);
  if (entry === undefined) throw new Error(`no method ${name}`);
  return entry;
}

test("methods change a list in place", () => {
  const list: Value[] = [1];
  expect(call(method("PUSH"), [list, 2, 3])).toBe(list);
  expect(call(method("APPEND"), [list, 4])).toBe(list);
  expect(list).toEqual([1, 2, 3, 4]);
  expect(call(method("SPLICE"), [list, 1, 2])).toEqual([2, 3]);
  expect(list).toEqual([1, 4]);
  expect(call(method("SPLICE"), [list, 1, 0, "a", "b"])).toEqual([]);
  expect(list).toEqual([1, "a", "b", 4]);
  expect(call(method("SPLICE"), [list, 2])).toEqual(["b", 4]);
  expect(call(method("POP"), [list])).toBe("a");
  expect(list).toEqual([1]);
});

test("methods that do not say so leave the list alone", () => {
  const list: Value[] = [2, 1, 2];
  for (const name of ["SORT", "REVERSE", "UNIQUE", "SLICE"]) call(method(name), [list, 0]);
  expect(list).toEqual([2, 1, 2]);
});

test("a list does not grow beyond its limit", () => {
  const list: Value[] = [1, 2, 3];
  const around = { listLength: 3 };
  expect(failure("GB3091", () => call(method("PUSH"), [list, 4], around))).toContain("3 items");
  failure("GB3091", () => call(method("SPLICE"), [list, 0, 0, 4], around));
  expect(list).toEqual([1, 2, 3]);
});

test.each([
  ["TRIM", [" a "], "a"],
  ["TOUPPERCASE", ["a"], "A"],
  ["TOLOWERCASE", ["A"], "a"],
  ["INCLUDES", [[1, 2], 2], true],
  ["CONTAINS", ["abc", "b"], true],
  ["INDEXOF", ["abc", "c"], 2],
  ["REPLACE", ["a-b-c", "-", "+"], "a+b+c"],
  ["SPLIT", ["a,b", ","], ["a", "b"]],
  ["JOIN", [["a", "b"], "-"], "a-b"],
  ["SLICE", ["abc", 1], "bc"],
  ["LENGTH", ["abc"], 3],
] satisfies [string, Value[], Value][])(".%s%j is %j", (name, args, expected) => {
  expect(call(method(name), args)).toEqual(expected);
});

test.each([
  ["GB3020", `PARSEJSON("nope")`],
  ["GB3001", `SLICE([1], "x")`],
])("%s: %s", (code, source) => {
  failure(code, () => evaluate(source));
});
