import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

test.each([
  "CONST A = 2\nPRINT A",
  'CONST A = 2, B$ AS STRING = "x" + A\nPRINT A, B$',
  'CONST A = [1, { b: LEN("x") }], B = A(0)\nPRINT B, NOW()\nCONST C = UCASE$("c")\nPRINT C',
  "SUB S(P)\nCONST B = A + 1\nPRINT P, B\nEND SUB\nCONST A = 1\nS 1",
  "CONST A = 1\nSUB S(A)\nA = 2\nPRINT A\nEND SUB\nS 1",
  "CONST A = 1\nSUB S()\nCONST A = 2\nPRINT A\nEND SUB\nS\nPRINT A",
])("what a CONST may be: %j", (source) => {
  expect(said(source)).toEqual([]);
});

const MADE = "CONST A = 1\nPRINT A\n";

test.each([
  "A = 2",
  "LET A = 2",
  "DIM A",
  "DIM A(3)",
  "FOR A = 1 TO 2\nNEXT",
  "FOR EACH A IN []\nNEXT",
  "CONST A = 2",
  "CONST A = 1, a = 1",
  "A[0] = 1",
  "A(0) = 1",
  "A.b.c = 1",
  "WITH A\nb = 1\nEND WITH",
  "TRY\nPRINT 1\nCATCH A\nEND TRY",
  "SUB S()\nA = 2\nEND SUB\nS",
  'ON WEBHOOK POST TO "/a" DO\nA = 2\nEND ON',
  "PARAM A AS STRING",
])("what would change a CONST shows both places: %j", (source) => {
  const found = said(MADE + source).filter((line) => line.startsWith("GB2260"));
  expect(found).not.toEqual([]);
  for (const line of found) {
    expect(line).toMatch(/ A is a CONST, so its value cannot change .*→ 1:7$/i);
  }
});

test("a CONST is not set before it stands there either", () => {
  expect(codes("A = 2\nCONST A = 1\nPRINT A")).toEqual(["GB2260 1:1"]);
});

test.each([
  ["CONST A\nPRINT A", "GB1150 1:7"],
  ["CONST A, B = 2\nPRINT A, B", "GB1150 1:7"],
  ["CONST", "GB1003 1:6"],
  ["CONST 5 = 3", "GB1003 1:7"],
  ["CONST A 3", "GB1003 1:9"],
  ["CONST A = \nPRINT A", "GB1004 1:10"],
  ["IF TRUE THEN CONST A = 1\nPRINT A", "GB1151 1:14"],
  ["FOR I = 1 TO 2\nCONST A = 1\nPRINT A, I\nNEXT", "GB1151 2:1"],
  ["B = 1\nCONST A = B\nPRINT A", "GB2261 2:11"],
  ["B = [1]\nCONST A = 1 + B(0)\nPRINT A", "GB2261 2:15"],
  ["SUB S(P)\nCONST A = P\nPRINT A\nEND SUB\nS 1", "GB2261 2:11"],
  ["CONST A = B\nCONST B = 1\nPRINT A, B", "GB2262 1:11"],
  ["CONST A = A\nPRINT A", "GB2262 1:11"],
  ["CONST A = F()\nPRINT A\nFUNCTION F()\nRETURN 1\nEND FUNCTION", "GB2263 1:11"],
  ['CONST A = "a" + GET FORM VALUE "x"\nPRINT A', "GB2263 1:17"],
  ["CONST A = 1", "GB2502 1:7"],
])("a CONST that does not work out: %j", (source, expected) => {
  expect(codes(source)).toEqual([expected]);
});
