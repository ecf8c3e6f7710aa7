import { expect, test } from "vitest";
import { output } from "./run-script.ts";

test.each([
  ["PRINT A\nCONST A = 2 + 3", "5"],
  ["GOTO L\nCONST A = 1\nL:\nPRINT A", "1"],
  ["PRINT TWICE()\nCONST A = 2\nFUNCTION TWICE()\nRETURN A * 2\nEND FUNCTION", "4"],
  ["CONST A$ = 5, B% = 2.7\nPRINT A$ + 1, B%", "51 3"],
  ["CONST A = 1\nS\nPRINT A\nSUB S()\nCONST A = 2\nPRINT A\nEND SUB", "2|1"],
  ["FOR I = 1 TO 2\nS I\nNEXT\nSUB S(X)\nCONST A = [1]\nPRINT X + A[0]\nEND SUB", "2|3"],
  ["ON ERROR RESUME NEXT\nPRINT A\nCONST A = 1", "1"],
  ["PRINT 1\nCONST A = 1 / 0", "GB3002 2:13"],
])("%j", async (text, expected) => {
  expect(await output(text)).toBe(expected);
});
