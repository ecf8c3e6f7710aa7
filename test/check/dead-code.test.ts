import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

test.each([
  ["WHILE TRUE\nPRINT 1\nWEND\nPRINT 2", "4:1 this never runs, as the loop before it never ends"],
  ["DO\nPRINT 1\nLOOP\nPRINT 2", "4:1 this never runs, as the loop before it never ends"],
  ["DO\nPRINT 1\nLOOP UNTIL FALSE\nPRINT 2", "4:1 this never runs, as the loop before it"],
  [
    "X = 1\nIF X THEN\nRETURN\nELSE\nEXIT\nEND IF\nPRINT 2",
    "7:1 this never runs, as every way through the block before it leaves",
  ],
  [
    "X = 1\nSELECT CASE X\nCASE 1\nRETURN\nCASE ELSE\nEXIT\nEND SELECT\nPRINT 2",
    "8:1 this never runs, as every way",
  ],
  ["TRY\nRETURN\nCATCH E\nEXIT\nEND TRY\nPRINT 2", "6:1 this never runs, as every way"],
  ["WHILE FALSE\nPRINT 1\nWEND", "2:1 this never runs, as the condition of its loop"],
  ["DO UNTIL TRUE\nPRINT 1\nLOOP", "2:1 this never runs, as the condition of its loop"],
  ["FOR I = 5 TO 1\nPRINT I\nNEXT", "2:1 this never runs, as its loop counts up"],
  [
    'X = 1\nSELECT CASE X\nCASE 1, 2\nPRINT "a"\nCASE 2\nPRINT "b"\nEND SELECT',
    "6:1 this never runs, as an earlier CASE takes the same value",
  ],
  ["FOR I = 1 TO 2\nIF I = 1 THEN\nBREAK\nELSE\nCONTINUE\nEND IF\nPRINT 1\nNEXT", "7:1 this"],
])("what never runs: %s", (source, expected) => {
  const found = said(source).filter((line) => !line.startsWith("GB2502"));
  expect(found).toEqual([expect.stringContaining(`GB2303 ${expected}`)]);
});

test.each([
  "WHILE TRUE\nX = 1\nIF X THEN BREAK\nWEND\nPRINT 2",
  "WHILE TRUE\nFOR I = 1 TO 2\nEXIT WHILE\nNEXT\nWEND\nPRINT 2",
  "DO\nPRINT 1\nEXIT DO\nLOOP\nPRINT 2",
  "X = 1\nWHILE X\nRETURN\nWEND\nPRINT 2",
  "X = 1\nIF X THEN\nRETURN\nEND IF\nPRINT 2",
  "X = 1\nIF X THEN RETURN ELSE PRINT 1\nPRINT 2",
  "X = 1\nSELECT CASE X\nCASE 1\nRETURN\nEND SELECT\nPRINT 2",
  "X = 1\nSELECT CASE X\nCASE 1\nEXIT SELECT\nCASE ELSE\nRETURN\nEND SELECT\nPRINT 2",
  "TRY\nRETURN\nCATCH E\nPRINT E\nEND TRY\nPRINT 2",
  "IF FALSE THEN PRINT 1",
  "FOR I = 5 TO 1 STEP -1\nPRINT I\nNEXT",
  "FOR I = 1 TO 1\nPRINT I\nNEXT",
])("what may run: %s", (source) => {
  expect(codes(source)).toEqual([]);
});

test("of a stretch that never runs, its beginning is named", () => {
  expect(codes("RETURN\nWHILE TRUE\nPRINT 1\nWEND\nPRINT 2")).toEqual(["GB2303 2:1"]);
});
