import { describe, expect, test } from "vitest";
import { endOf } from "./hostile-script.ts";

const STEPS = (place: string) => `GB3101 ${place} GBASIC_MAX_STEPS`;
const DEPTH = (place: string) => `GB3102 ${place} GBASIC_MAX_DEPTH`;
const TEXT = (place: string) => `GB3090 ${place} GBASIC_MAX_TEXT`;

describe("what never ends is ended, at its line and with its setting:", () => {
  test.each([
    ["WHILE", "WHILE TRUE\nWEND", STEPS("1:7")],
    ["DO", "DO\nLOOP", STEPS("1:1")],
    ["DO UNTIL", "DO UNTIL FALSE\nLOOP", STEPS("1:4")],
    ["FOR with STEP 0", "FOR I = 1 TO 2 STEP 0\nNEXT", "GB3111 1:21"],
    ["FOR whose body takes back its turns", "FOR I = 1 TO 2\nI = 1\nNEXT", STEPS("1:5")],
    ["FOR whose steps are too small to count", "FOR I = 1E300 TO 2E300\nNEXT", STEPS("1:5")],
    ["GOTO", "AGAIN:\nGOTO AGAIN", STEPS("2:1")],
    ["GOTO out of loops", "AGAIN:\nFOR I = 1 TO 3\nGOTO AGAIN\nNEXT", STEPS("3:1")],
    ["GOSUB without RETURN", "AGAIN:\nGOSUB AGAIN", DEPTH("2:1")],
    [
      "a FUNCTION that calls itself",
      "PRINT F(1)\nFUNCTION F(N)\nRETURN F(N)\nEND FUNCTION",
      DEPTH("3:8"),
    ],
    [
      "SUBs that call each other",
      "A(1)\nSUB A(N)\nB(N)\nEND SUB\nSUB B(N)\nA(N)\nEND SUB",
      DEPTH("6:1"),
    ],
    [
      "a condition that calls itself",
      "WHILE F()\nWEND\nFUNCTION F()\nRETURN F()\nEND FUNCTION",
      DEPTH("4:8"),
    ],
    ["RESUME", "ON ERROR GOTO BAD\nX = 1 / 0\nEND\nBAD:\nRESUME", STEPS("2:1")],
    ["RESUME NEXT in a loop", "ON ERROR RESUME NEXT\nDO\nX = 1 / 0\nLOOP", STEPS("2:1")],
  ])("%s", async (_, script, expected) => {
    expect(await endOf(script)).toBe(expected);
  });
});

describe("no script catches the error of a limit:", () => {
  test.each([
    ["TRY in a loop", "DO\nTRY\nWHILE TRUE\nWEND\nCATCH E\nEND TRY\nLOOP", STEPS("3:7")],
    ["FINALLY", "TRY\nDO\nLOOP\nFINALLY\nDO\nLOOP\nEND TRY", STEPS("2:1")],
    [
      "TRY around a SUB that calls itself",
      "A(1)\nSUB A(N)\nTRY\nA(N)\nCATCH E\nA(N)\nFINALLY\nA(N)\nEND TRY\nEND SUB",
      DEPTH("4:1"),
    ],
    [
      "ON ERROR in a SUB that calls itself",
      "A(1)\nSUB A(N)\nON ERROR RESUME NEXT\nA(N)\nA(N)\nEND SUB",
      DEPTH("4:1"),
    ],
    ["TRY around a text", 'X = "ab"\nDO\nTRY\nX = X + X\nCATCH E\nEND TRY\nLOOP', TEXT("4:7")],
    ["ON ERROR around a text", 'ON ERROR RESUME NEXT\nX = "ab"\nDO\nX = X & X\nLOOP', TEXT("4:7")],
    [
      "TRY around PRINT",
      'DO\nTRY\nPRINT REPEAT("x", 9999)\nCATCH E\nEND TRY\nLOOP',
      "GB3205 3:1 GBASIC_MAX_OUTPUT",
    ],
    [
      "TRY around LOG",
      'DO\nTRY\nLOG REPEAT("x", 9999)\nCATCH E\nEND TRY\nLOOP',
      "GB3383 3:1 GBASIC_MAX_OUTPUT",
    ],
    [
      "TRY around SPAWN",
      "DO\nTRY\nSPAWN A(1)\nCATCH E\nEND TRY\nLOOP\nSUB A(N)\nEND SUB",
      "GB4216 3:1 GBASIC_MAX_EFFECTS",
    ],
  ])("%s", async (_, script, expected) => {
    expect(await endOf(script)).toBe(expected);
  });
});

test.each([
  ["one", "SPAWN A(1)\nSUB A(N)\nSPAWN A(N)\nEND SUB", "3:1"],
  ["two", "SPAWN A(1)\nSUB A(N)\nSPAWN A(N)\nSPAWN A(N)\nEND SUB", "4:1"],
])("a SUB that spawns %s of itself is stopped", async (_, script, place) => {
  const end = await endOf(script, { GBASIC_MAX_EFFECTS: "20" });
  expect(end).toBe(`GB4216 ${place} GBASIC_MAX_EFFECTS`);
});

describe("memory is bounded:", () => {
  test.each([
    ["a text that doubles", 'X = "ab"\nDO\nX = X & X\nLOOP', TEXT("3:7")],
    ["a text inside a text", 'X = "ab"\nDO\nX = "${X}${X}"\nLOOP', TEXT("3:5")],
    [
      "a list that doubles",
      "L = [1]\nDO\nFOR EACH X IN L\nPUSH L, X\nNEXT\nLOOP",
      "GB3091 4:1 GBASIC_MAX_LIST",
    ],
    [
      "a list of long texts",
      'L = []\nDO\nPUSH L, UCASE$(REPEAT("ab", 1000000) & I)\nI = I + 1\nLOOP',
      "GB3382 2:1 GBASIC_MAX_MEMORY",
    ],
    [
      "lists of lists",
      'L = []\nDO\nPUSH L, SPLIT(REPEAT("a,", 50000), ",")\nLOOP',
      "GB3382 2:1 GBASIC_MAX_MEMORY",
    ],
  ])("%s", async (_, script, expected) => {
    const settings = {
      GBASIC_MAX_MEMORY: "300",
      GBASIC_MAX_LIST: "100000",
      GBASIC_MAX_STEPS: "2000000",
    };
    expect(await endOf(script, settings)).toBe(expected);
  });
});

test("a list that holds itself is compared, searched and sorted, and has no JSON", async () => {
  const script = "L = [1]\nL[0] = L\nM = [1]\nM[0] = M\n";
  expect(await endOf(`${script}PRINT L = M, L.length\nO = {}\nO.A = O\nPRINT O.A.A = O`)).toBe(
    "ok",
  );
  for (const use of ["PRINT L", "X = JSON(L)", "X = L & 1", "X = INDEXOF(L, M)", "X = SORT(L)"]) {
    expect(await endOf(script + use)).toMatch(/^(ok|GB3023 5:\d+ fixed)$/u);
  }
});
