import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

test.each([
  ["PRINT total", "GB2101 1:7 total is never set, so it reads as null"],
  [
    "total = 1\nPRINT totla",
    "GB2101 2:7 totla is never set, so it reads as null (did you mean total?)",
  ],
  ['a$ = "x"\nPRINT a', "GB2101 2:7 a is never set, so it reads as null (did you mean a$?)"],
  [
    'ON WEBHOOK POST TO "/a" DO\nx = 1\nEND ON\nPRINT x',
    "GB2101 4:7 x is never set, so it reads as null",
  ],
  ["nothing.a = 1", "GB2101 1:1 nothing is never set, so it reads as null"],
])("a name that is never set: %s", (source, expected) => {
  expect(said(source)).toEqual([expected]);
});

test.each([
  "x = 1\nPRINT X",
  "FOR i = 1 TO 2\nPRINT i\nNEXT",
  "FOR EACH x IN []\nPRINT x\nNEXT",
  "DIM a(3), b\nPRINT [a, b]",
  "SUB s(p)\nPRINT p\nEND SUB\ns(1)",
  "SUB s()\nPRINT g\nEND SUB\ng = 1\ns()",
  "PRINT TIMER",
  "FUNCTION f()\nf = 1\nf = f + 1\nEND FUNCTION\nPRINT f()",
])("a name that is set somewhere: %s", (source) => {
  expect(said(source)).toEqual([]);
});

test("a name is reported once for each body that reads it", () => {
  expect(codes("PRINT a\nPRINT a\nSUB s()\nPRINT a\nEND SUB\ns()")).toEqual([
    "GB2101 1:7",
    "GB2101 4:7",
  ]);
});

test("two procedures or parameters of one name are errors that show both places", () => {
  expect(said("SUB one(a)\nEND SUB\nFUNCTION One()\nEND FUNCTION")).toEqual([
    "GB2102 3:10 One is there twice (give one of them another name) → 1:5",
  ]);
  expect(said("SUB one(a, b, A)\nEND SUB")).toEqual([
    "GB2103 1:15 the parameter A is there twice (give one of them another name) → 1:9",
  ]);
});

test.each([
  'N$ = GET FORM VALEU "x"\nPRINT N$',
  "DIM A(3, \nPRINT A",
  "FOR EACH X OF [1]\nPRINT X\nNEXT",
])("a name on a line that cannot be read may be set there: %s", (source) => {
  expect(codes(source).filter((line) => line.startsWith("GB2101"))).toEqual([]);
  expect(codes(source).length).toBeGreaterThan(0);
});

test.each([
  ["X = 1\nX", "GB2247 2:1"],
  ['"hello"', "GB2246 1:1"],
  ["1 + 2", "GB2246 1:1"],
  ["TOTAL = 3 +\nPRINT TOTAL", "GB1004 1:12"],
  ["X = 1 AND\nIF X THEN PRINT X", "GB1004 1:10"],
])("what is missing is said where it is missing: %s", (source, expected) => {
  expect(codes(source)).toEqual([expected]);
});

test("an operator at the end of a line goes on in the next", () => {
  expect(codes("X = 1 +\n2\nPRINT X")).toEqual([]);
  expect(codes('FOR$ = "a"\nX = "b" +\nFOR$\nPRINT X')).toEqual([]);
});
