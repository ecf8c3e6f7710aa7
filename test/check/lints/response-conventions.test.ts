import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const handler = (lines: string) => `ON WEBHOOK POST TO "/a" DO\n${lines}\nEND ON\n`;

test("what PRINT wrote before RETURN with a value is lost", () => {
  expect(said(handler('PRINT "a"\nRETURN { "b": 1 }'))).toEqual([
    "GB2508 3:1 this value takes the place of what PRINT wrote before, which is lost (answer with PRINT alone and end with RETURN, or with RETURN value alone) → 2:1",
  ]);
});

test.each([
  ['IF TRUE THEN PRINT "a"\nRETURN "b"', ["GB2508 3:1"]],
  ['FOR I = 1 TO 2\nPRINT I\nNEXT\nRETURN "b"', ["GB2508 5:1"]],
  ['PRINT "a"\nIF GET REQUEST BODY = "" THEN RETURN "b"', ["GB2508 3:31"]],
  ['IF GET REQUEST BODY = "" THEN RETURN "b"\nPRINT "a"', ["GB2509 2:31"]],
  ['IF TRUE THEN\nPRINT "a"\nRETURN\nEND IF\nRETURN "b"', ["GB2509 6:1"]],
  ['PRINT "a"\nRETURN', []],
  ['PRINT "a"\nRETURN NULL', []],
  ['SET RESPONSE STATUS TO 201\nRETURN "b"', []],
  ['IF TRUE THEN RETURN "a"\nRETURN "b"', []],
  ["result_status = 201", ["GB2510 2:1"]],
  ["result_count = 1\nPRINT result_count", []],
  ["result = 1\nPRINT result", []],
])("%s", (lines, expected) => {
  expect(codes(handler(lines))).toEqual(expected);
});

test("outside of handlers it is no matter", () => {
  expect(codes('PRINT F()\nFUNCTION F()\nPRINT "a"\nRETURN "b"\nEND FUNCTION')).toEqual([]);
});
