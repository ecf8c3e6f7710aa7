import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

const AFTER = "\nPRINT AFTERWARDS\n";
/** Shows that the lines behind the mistake were checked. */
const CHECKED = /^GB2101 \d+:7 AFTERWARDS is never set/;

function mistakes(text: string): string[] {
  const all = said(`${text}${AFTER}`);
  expect(all.at(-1)).toMatch(CHECKED);
  return all.slice(0, -1);
}

test.each([
  ["IF 1 = 1 THEN\nPRINT 1\nEND FI", "3:1 expected END IF, found END FI"],
  ["IF 1 = 1 THEN\nPRINT 1\nEDN IF", "3:1 expected END IF, found EDN IF"],
  ["IF 1 = 1 THEN\nPRINT 1\nENDFI", "3:1 expected END IF, found ENDFI"],
  ["IF 1 = 1 THEN\n  PRINT 1\nEND WHILE", "3:1 expected END IF, found END WHILE"],
  ["IF 1 = 1 THEN\n  PRINT 1\nEND", "3:1 expected END IF, found END"],
  ["FOR I = 1 TO 2\nPRINT I\nNXT", "3:1 expected NEXT, found NXT"],
  ["FOR I = 1 TO 2\nPRINT I\nNEXTT I", "3:1 expected NEXT, found NEXTT"],
  ["FOR I = 1 TO 2\nPRINT I\nWEND", "3:1 expected NEXT, found WEND"],
  ["FOR I = 1 TO 2\nPRINT I\nLOOP UNTIL I = 3", "3:1 expected NEXT, found LOOP"],
  ["X = 1\nWHILE X < 3\nX = X + 1\nLOOP", "4:1 expected WEND, found LOOP"],
  ["X = 1\nWHILE X < 3\nX = X + 1\nNEXT X", "4:1 expected WEND, found NEXT"],
  ["X = 1\nDO WHILE X < 3\nX = X + 1\nWEND", "4:1 expected LOOP, found WEND"],
  ["X = 1\nDO\nX = X + 1\nLOPP WHILE X < 3", "4:1 expected LOOP, found LOPP"],
  ["PRINT F(1)\nFUNCTION F(X)\nRETURN X\nEND SUB", "4:1 expected END FUNCTION, found END SUB"],
  ["PRINT F(1)\nFUNCTION F(X)\nRETURN X\nENDFUNCTION", "4:1 expected END FUNCTION"],
  ["S 1\nSUB S(X)\nPRINT X\nEND FUNCTION", "4:1 expected END SUB, found END FUNCTION"],
  ["S 1\nSUB S(X)\nPRINT X\nEND SBU", "4:1 expected END SUB, found END SBU"],
  ["X = 1\nSELECT CASE X\nCASE 1\nPRINT 1\nEND CASE", "5:1 expected END SELECT, found END CASE"],
  ["TRY\nPRINT 1\nCATCH E\nPRINT E\nEND CATCH", "5:1 expected END TRY, found END CATCH"],
  ['ON WEBHOOK POST TO "/x" DO\nPRINT 1\nEND WEBHOOK', "3:1 expected END ON, found END WEBHOOK"],
])("a block is ended by the wrong word: %j", (text, expected) => {
  const all = mistakes(text);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(`GB1152 ${expected}`);
});

test("the message names the block and says what to write", () => {
  expect(mistakes("IF 1 = 1 THEN\n  FOR I = 1 TO 2\n    PRINT I\n  WEND\nEND IF")).toEqual([
    "GB1152 4:3 expected NEXT, found WEND (write NEXT, which ends the FOR of line 2)",
  ]);
});

test.each([
  [
    "X = 1\nSELCT CASE X\nCASE 1\nPRINT 1\nCASE ELSE\nPRINT 2\nEND SELECT",
    "SELCT CASE",
    "SELECT CASE",
  ],
  ["X = 1\nSWICH X\nCASE 1\nPRINT 1\nDEFAULT\nPRINT 2\nEND SWITCH", "SWICH", "SWITCH"],
  ["FRO I = 1 TO 2\nPRINT I\nNEXT I", "FRO", "FOR"],
  ["FOREACH I IN [1, 2]\nPRINT I\nNEXT", "FOREACH", "FOR EACH"],
  ["X = 1\nWHLE X < 2\nX = X + 1\nWEND", "WHLE", "WHILE"],
  ["X = 1\nIFF X = 2 THEN\nPRINT 1\nELSE\nPRINT 2\nEND IF", "IFF", "IF"],
  ["X = 1\nIFF (X = 2) THEN\nPRINT 1\nEND IF", "IFF", "IF"],
  ["TYR\nPRINT 1\nCATCH E\nPRINT E\nEND TRY", "TYR", "TRY"],
  ["X = {}\nWIHT X\n.a = 1\nEND WITH\nPRINT X", "WIHT", "WITH"],
  ["S 1\nSBU S(X)\nPRINT X\nEND SUB", "SBU", "SUB"],
  ["PRINT F(1)\nFUNTION F(X)\nRETURN X\nEND FUNCTION", "FUNTION", "FUNCTION"],
  ["PRINT F(1)\nDEF F(X)\nRETURN X\nEND FUNCTION", "DEF", "FUNCTION"],
  ["X = 1\nIF X = 1 THEN\nPRINT 1\nELSIF X = 2 THEN\nPRINT 2\nEND IF", "ELSIF", "ELSEIF"],
  ["X = 1\nIF X = 1 THEN\nPRINT 1\nELIF X = 2 THEN\nPRINT 2\nEND IF", "ELIF", "ELSEIF"],
  ["X = 1\nIF X = 1 THEN\nPRINT 1\nELSE IIF X = 2 THEN\nPRINT 2\nEND IF", "ELSE IIF", "ELSE IF"],
  ["X = 1\nIF X = 1 THEN\nPRINT 1\nESLE\nPRINT 2\nEND IF", "ESLE", "ELSE"],
  ["X = 1\nSELECT CASE X\nCSAE 1\nPRINT 1\nEND SELECT", "CSAE", "CASE"],
  ["TRY\nPRINT 1\nCACTH E\nPRINT E\nEND TRY", "CACTH", "CATCH"],
])("a word of the structure is misspelt: %j", (text, written, meant) => {
  const all = mistakes(text);
  expect(all).toHaveLength(1);
  expect(all[0]).toContain(`unknown statement ${written} (did you mean ${meant}?)`);
});

test.each([
  ["FOR I = 1 TO 2\n  IF I = 1 THEN\n    PRINT I\nNEXT", "GB1101 2:3"],
  ["IF 1 = 1 THEN\n  IF 2 = 2 THEN\n    PRINT 1\n  PRINT 2\nEND IF", "GB1101 2:3"],
  ["IF 1 = 1 THEN\n  IF 2 = 2 THEN\n    PRINT 1\n  END IF\n  PRINT 2", "GB1101 1:1"],
  ["X = 1\nWHILE X < 3\n  IF X = 1 THEN\n    X = 2\nWEND\nEND IF", "GB1101 3:3"],
  ["X = 1\nWHILE X < 3\n  IF X = 1 THEN\n    X = 2\n  WEND\n  X = 3\nWEND", "GB1152 5:3"],
  ["A\nB\nSUB A\nPRINT 1\n\nSUB B\nPRINT 2\nEND SUB", "GB1101 3:1"],
  ["A\nSUB A\n  IF 1 = 1 THEN\n    PRINT 1\nEND SUB", "GB1101 3:3"],
  ["WEND", "GB1102 1:1"],
  ["LOOP", "GB1102 1:1"],
  ["END IF", "GB1102 1:1"],
  ["IF 1 = 1 THEN\nWEND\nPRINT 1\nEND IF", "GB1102 2:1"],
])("the block that lacks an end, or the end that is too much: %j", (text, expected) => {
  mistakes(text);
  expect(codes(`${text}${AFTER}`).slice(0, -1)).toEqual([expected]);
});

test("many mistakes in one file are told one by one", () => {
  const text = `FUNCTION A(X)
  IF X = 1 THEN
    RETURN 2
  END FI
  WHILE X < 4
    X = X + 1
  WNED
  FOR I = 1 TO 3
    PRINT I
  NXT I
  RETURN X
ENDFUNCTION

SUB B(Y)
  SELCT CASE Y
    CASE 1
      PRINT 1
    CSAE 2
      PRINT 2
  END SELECT
  IFF Y = 3 THEN
    PRINT 3
  ELSIF Y = 4 THEN
    PRINT 4
  END IF
END FUNCTION

ON WEBHOOK POST TO "/x" DO
  B A(1)
  FRO I = 1 TO 2
    PRINT I
  NEXT
ENDON`;
  expect(codes(`${text}${AFTER}`)).toEqual([
    "GB1152 4:3",
    "GB1152 7:3",
    "GB1152 10:3",
    "GB1152 12:1",
    "GB2202 15:3",
    "GB2202 18:5",
    "GB2202 21:3",
    "GB2202 23:3",
    "GB1152 26:1",
    "GB2202 30:3",
    "GB1152 33:1",
    "GB2101 34:7",
  ]);
});

test("a SUB of the file whose name is like a word of the structure is none", () => {
  expect(codes("FOR I = 1 TO 2\nNXT\nNEXT\nSUB NXT\nPRINT 1\nEND SUB")).toEqual([]);
  expect(codes("FOR I = 1 TO 2\nNXT\nSUB NXT\nPRINT 1\nEND SUB")).toEqual(["GB1101 1:1"]);
});

test("END alone ends the run where it is no end of a block", () => {
  expect(codes("IF 1 = 1 THEN\n  PRINT 1\n  END\nEND IF\nWEND")).toContain("GB1102 5:1");
});

test.each([
  ['ON WEBHOOK FETCH "/x"', "GB2421 1:12"],
  ['ON WEBHOOK FETCH TO "/x" DO', "GB2421 1:12"],
  ['ON WEBHOOK POST "x"', "GB2422 1:17"],
  ['ON WEBHOOK POST TO "/x" SIGNED BY MATE DO', "GB2427 1:35"],
  ["ON WEBHOOK POST TO PATH$ DO", "GB2243 1:20"],
])("a handler whose first line is wrong is checked all the same: %j", (head, expected) => {
  expect(codes(`${head}\n  PRINT NEVER\nEND ON\nPRINT AFTERWARDS`)).toEqual([
    expected,
    "GB2101 2:9",
    "GB2101 4:7",
  ]);
});
