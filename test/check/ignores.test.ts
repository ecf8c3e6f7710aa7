import { expect, test } from "vitest";
import { codes, said } from "./diagnostics.ts";

test.each([
  ["PRINT total ' gbasic-ignore GB2101: set by a plugin", []],
  ["' gbasic-ignore GB2101: set by a plugin\nPRINT total", []],
  ["REM gbasic-ignore GB2101\nPRINT total", []],
  ["// gbasic-ignore GB2101\nPRINT total", []],
  ["# gbasic-ignore GB2101\nPRINT total", []],
  ["' gbasic-ignore gb2101\nPRINT total", []],
  ["' gbasic-ignore GB2101\n\n' the total of all\nPRINT total", []],
  ["PRINT 1 : REM gbasic-ignore GB2101\nPRINT total", ["GB2590 1:29", "GB2101 2:7"]],
  ["' gbasic-ignore GB2101\nPRINT 1\nPRINT total", ["GB2590 1:17", "GB2101 3:7"]],
  ["PRINT total\nPRINT 1\n' gbasic-ignore-file GB2101: all come from outside", []],
  ["' gbasic-ignore GB2101, GB2303: two\nRETURN total\nPRINT 1", ["GB2590 1:25", "GB2303 3:1"]],
  ['PRINT "\' gbasic-ignore GB2101" + total', ["GB2101 1:34"]],
  ["' gbasic-ignored GB2101\nPRINT total", ["GB2101 2:7"]],
  ["' see gbasic-ignore GB2101\nPRINT total", ["GB2101 2:7"]],
  ["' gbasic-ignore: everything\nPRINT total", ["GB2591 1:1", "GB2101 2:7"]],
  ["' gbasic-ignore GB2202\nPRNT 1", ["GB2592 1:17", "GB2202 2:1"]],
  ["PRINT 1 ' gbasic-ignore-file GB2101\r\n", ["GB2590 1:30"]],
])("%s", (source, expected) => {
  expect(codes(source)).toEqual(expected);
});

test("a comment that ignores nothing proposes what is there", () => {
  expect(said("' gbasic-ignore GB2303\nPRINT total")).toEqual([
    "GB2590 1:17 GB2303 is not found here, so this comment silences nothing (remove it, or write GB2101)",
    "GB2101 2:7 total is never set, so it reads as null",
  ]);
});

test("nothing is said of a comment whose warning an error may hide", () => {
  expect(codes("' gbasic-ignore GB2501\nSUB later()\nEND SUB\nPRNT 1")).toEqual(["GB2202 4:1"]);
});
