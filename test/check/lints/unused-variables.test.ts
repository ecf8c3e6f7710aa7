import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

test("a variable that nothing reads is named where it is first set", () => {
  expect(said("LET A = 1\nA = 2")).toEqual([
    "GB2502 1:5 A is set, but never read (remove it, or read it where it was meant)",
  ]);
});

test.each([
  ["DIM A(3)\nA(0) = 1", ["GB2502 1:5"]],
  ['A$ = "x"\nA = 1\nPRINT A$', ["GB2502 2:1"]],
  ["s()\nSUB s()\nA = 1\nEND SUB", ["GB2502 3:1"]],
  ["A = 1\ns()\nSUB s()\nPRINT A\nEND SUB", []],
  ["s()\nSUB s()\nA = 1\nEND SUB\nA = 2\nPRINT A", []],
  ["FOR I = 1 TO 2\nPRINT 1\nNEXT", []],
  ["FOR EACH X IN [1]\nPRINT 1\nNEXT", []],
  ["s(1)\nSUB s(p)\nPRINT 1\nEND SUB", []],
  ["PRINT f()\nFUNCTION f()\nf = 1\nEND FUNCTION", []],
  ['ANSWER$ = GENERATE RESPONSE "x"', []],
  ["X = f()\nFUNCTION f()\nPRINT 1\nEND FUNCTION", []],
  ["_UNUSED = 1\nresult_status = 200", []],
  ["O = {}\nO.a = 1\nPRINT 1", []],
  ["L = [1]\nPRINT L(0)", []],
  ['A = 1\nPRINT "${A}"', []],
  ["TOTAL = 3\nPRINT TOTLA", ["GB2101 2:7"]],
])("%s", (source, expected) => {
  expect(codes(source)).toEqual(expected);
});
