import { describe, expect, test } from "vitest";
import { output } from "./run-script.ts";

describe("a run that reaches what gbasic lacks", () => {
  test.each([
    ['PRINT 1\nSAVE "t", 1\nPRINT 2', "1|GB3340 2:1"],
    ['PRINT 1\nx = 1 + LEN(FIND "t", "a")', "1|GB3340 2:13"],
    ['IF FALSE THEN SAVE "t", 1\nPRINT 2', "2"],
    ['PRINT FALSE AND GET "x"', "false"],
    ['PRINT FIND("t")', "GB3340 1:7"],
    ["SCHEDULE IN 5 SECONDS DO\nPRINT 1\nEND SCHEDULE", "GB3340 1:1"],
    ['SET SCHEDULE "0 8 * * *"\nPRINT 1', "1"],
    ['ON EVENT "a" DO\nPRINT 1\nEND ON\nPRINT 2\nWEBHOOK "b"\nPRINT 3', "2"],
    ["LIST = [7]\nPRINT LIST(0)", "7"],
  ])("%j", async (text, expected) => {
    expect(await output(text)).toBe(expected);
  });
});

describe("declarations do nothing", () => {
  test.each([
    ['PARAM a AS STRING\nDESCRIPTION "d"\nTABLE t\nx string\nEND TABLE\nPRINT a IS NULL', "true"],
    ["PARAM a%, b% AS NUMBER DEFAULT 2.5 LIKE 3\nPRINT a%, b%", "2 2"],
    ['PARAM a AS STRING DEFAULT UCASE$("x") + 1\nPRINT a', "X1"],
  ])("%j", async (text, expected) => {
    expect(await output(text)).toBe(expected);
  });
});
