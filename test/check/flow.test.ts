import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

test.each([
  ["EXIT FOR", "EXIT FOR is outside a FOR loop (EXIT ends the run;"],
  ["WHILE TRUE\nEXIT FOR\nWEND", "EXIT FOR is outside a FOR loop"],
  ["FOR i = 1 TO 2\nEXIT WHILE\nNEXT", "EXIT WHILE is outside a WHILE loop"],
  ["WHILE TRUE\nEXIT DO\nWEND", "EXIT DO is outside a DO loop"],
  ["EXIT SELECT", "EXIT SELECT is outside a SELECT"],
  ["BREAK", "BREAK is outside a loop"],
  ["SELECT CASE 1\nCASE 1\nCONTINUE\nEND SELECT", "CONTINUE is outside a loop"],
  ["EXIT SUB", "EXIT SUB is outside a SUB (EXIT ends the run;"],
  [
    "FUNCTION f()\nEXIT SUB\nEND FUNCTION",
    "EXIT SUB is outside a SUB (EXIT FUNCTION ends the FUNCTION;",
  ],
  [
    "SUB f()\nEXIT FUNCTION\nEND SUB",
    "EXIT FUNCTION is outside a FUNCTION (EXIT SUB ends the SUB;",
  ],
  [
    'ON WEBHOOK POST TO "/a" DO\nEXIT SUB\nEND ON',
    "EXIT SUB is outside a SUB (EXIT ends the handler;",
  ],
])("nothing to leave: %s", (source, expected) => {
  const [first = "", ...others] = said(source);
  expect(others).toEqual([]);
  expect(first).toMatch(/^GB2301 /);
  expect(first).toContain(expected);
});

test.each([
  ["RETURN\nPRINT 1\nPRINT 2", ["GB2303 2:1"]],
  ["IF TRUE THEN\nEXIT\nPRINT 1\nEND IF\nPRINT 2", ["GB2303 3:1"]],
  ["FOR i = 1 TO 2\nCONTINUE\nPRINT 1\nNEXT", ["GB2303 3:1"]],
  ["SUB s()\nRETURN 5\nEND SUB\ns()", ["GB2302 2:8"]],
  ["IF TRUE THEN EXIT\nPRINT 1", []],
  ["EXIT FOR\nPRINT 1", ["GB2301 1:1"]],
])("what never runs: %s", (source, expected) => {
  expect(codes(source)).toEqual(expected);
});
