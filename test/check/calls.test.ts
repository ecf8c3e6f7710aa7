import { expect, test } from "vitest";
import { said } from "./diagnostics.ts";

const COMBINE = "FUNCTION combine(a, b)\nRETURN a + b\nEND FUNCTION\n";

test.each([
  ["PRINT UCAES(1)", "GB2203 1:7 unknown function UCAES (did you mean UCASE?)"],
  [`${COMBINE}PRINT combnie(1, 2)`, "GB2203 4:7 unknown function combnie (did you mean combine?)"],
  ["x = 1\nPRINT x.trmi()", "GB2204 2:9 no value has a method trmi (did you mean trim?)"],
  [
    `${COMBINE}PRINT combine(1, 2, 3)`,
    "GB2206 4:21 combine takes 2 arguments, found 3 arguments (remove what is too much, or add parameters to its header)",
  ],
  [
    `${COMBINE}PRINT combine(1)`,
    "GB2207 4:7 combine is called without b, which then is null (give every parameter a value; write NULL where there is none)",
  ],
  [
    "SUB s()\nEND SUB\nPRINT s()",
    "GB2208 3:7 s is a SUB and gives no value, so this is null (make it a FUNCTION that ends with RETURN value)",
  ],
  [
    "SPAWN nothing(1)",
    "GB2209 1:7 SPAWN needs a SUB of this file, found nothing (write SUB nothing … END SUB)",
  ],
  [
    "SUB notify()\nEND SUB\nSPAWN notfiy()",
    "GB2209 3:7 SPAWN needs a SUB of this file, found notfiy (did you mean notify?)",
  ],
  [
    "ISSUE INVOICE LATER\nx = 1\nPRINT x",
    "GB2202 1:1 unknown statement ISSUE INVOICE LATER (`npx gbasic help` lists the statements that there are)",
  ],
  [
    'SPAWN NOTFY OWNER "a"\nSUB NOTIFY OWNER(a)\nEND SUB',
    "GB2209 1:7 SPAWN needs a SUB of this file, found NOTFY OWNER (did you mean NOTIFY OWNER?)",
  ],
  [
    'CALL NOTIFY OWNR "a"\nSUB NOTIFY OWNER(a)\nEND SUB',
    "GB2203 1:6 unknown function NOTIFY OWNR (did you mean NOTIFY OWNER?)",
  ],
  [
    "l = []\nSPLICE l, 1",
    "GB2211 2:1 SPLICE is a function, and its arguments stand in brackets (write SPLICE(list, start, count, items))",
  ],
  [
    "LEN(1) = 2",
    "GB2210 1:1 LEN(…) is no element of a list, so nothing can be assigned to it (write DIM LEN(…) first, or put the index in [ ])",
  ],
])("%s", (source, expected) => {
  expect(said(source)).toEqual([expected]);
});

test.each([
  ["PRINT LEN()", "LEN takes 1 argument, found no arguments"],
  ["PRINT LEN(1, 2)", "LEN takes 1 argument, found 2 arguments"],
  ["PRINT MID$(1)", "MID$ takes 2 to 3 arguments, found 1 argument"],
  ['x = "a"\nPRINT x.replace("a")', "replace takes 2 to 5 arguments, found 1 argument"],
])("the count of arguments of a library function: %s", (source, expected) => {
  expect(said(source)).toEqual([expect.stringContaining(`GB2205`)]);
  expect(said(source)[0]).toContain(expected);
});

test.each([
  'PRINT LEFT$("a", 1) + LEFT("a", 1)',
  "DIM hour(3)\nPRINT hour(1)",
  "r = [1]\nPRINT r(0)",
  `${COMBINE}PRINT combine(1, 2)`,
  "SUB s()\nEND SUB\ns()\nCALL s\nSPAWN s()",
  "FUNCTION LEN(x)\nRETURN 9\nEND FUNCTION\nPRINT LEN(1)",
])("a call that is right: %s", (source) => {
  expect(said(source)).toEqual([]);
});

test.each([
  ["WHLE x < 3", "GB2202 1:1 unknown statement WHLE (did you mean WHILE?)"],
  ["LOP UNTIL TRUE", "GB2202 1:1 unknown statement LOP (did you mean LOOP?)"],
  ["SELCT CASE x", "GB2202 1:1 unknown statement SELCT CASE (did you mean SELECT CASE?)"],
  ['SEND MIAL TO "a"', "GB2202 1:1 unknown statement SEND MIAL (did you mean SEND MAIL?)"],
  [
    'SUB CLEAN THIS ROOM\nEND SUB\nCLEAN TIHS ROOM "x"',
    "GB2202 3:1 unknown statement CLEAN TIHS ROOM (did you mean CLEAN THIS ROOM?)",
  ],
])("an unknown statement: %s", (source, expected) => {
  expect(said(source)).toEqual([expected]);
});

test.each([
  ["N$.substring(0, 3)", "write .slice(start, end), which counts from 0"],
  ["N$.sub_string(0, 3)", "write .slice(start, end), which counts from 0"],
  ["N$.charAt(0)", "write an index, which counts from 0: text[0]"],
  ["N$.tirm()", "did you mean trim?"],
  ["[1].shift()", "write SPLICE(list, 0, 1)"],
  ["[1].forEach(1)", "write FOR EACH item IN list"],
  ["NOW().getFullYear()", "write YEAR(date)"],
])("a method of another language: %s", (call, hint) => {
  const found = said(`N$ = "abc"\nPRINT N$, ${call}`).filter((line) => line.startsWith("GB2204"));
  expect(found).toEqual([expect.stringContaining(`(${hint}`)]);
});

test("what another language keeps under a name comes before a method", () => {
  expect(said('PRINT String.Join(", ", "a")')).toContainEqual(
    expect.stringContaining('(write JOIN(LIST, ", "))'),
  );
  expect(said('STRING = "a"\nPRINT STRING.repeat(2)')).toEqual([]);
});
