import { expect, test } from "vitest";
import { output } from "../compile/run-script.ts";

test.each([
  ['PRINT "a",\nPRINT "b"', ["a", "b"]],
  ['PRINT "a",\nX = 2\nPRINT X', ["a", "2"]],
  ['PRINT "a",\nIF 1 = 1 THEN PRINT "b"', ["a", "b"]],
  ["FOR I = 1 TO 2\nPRINT I,\nNEXT", ["1", "2"]],
  ['IF 1 = 1 THEN PRINT "a",\nPRINT "b"', ["a", "b"]],
  ['PRINT "a",\n\nSUB S\nEND SUB\nPRINT "b",', ["a", "b"]],
  ['X = "b"\nPRINT "a",\n  X,\n  "c"', ["a b c"]],
  ['PRINT "a",\n  LEN("ab")', ["a 2"]],
  ['PRINT "a",\n  PARSE JSON "[1]"', ["a [1]"]],
])("a PRINT that ends with a comma: %j", async (text, lines) => {
  expect(await output(text)).toBe(lines.join("|"));
});
