import { expect, test } from "vitest";
import { applyFixes } from "../../../src/diagnostics/apply-fixes.ts";
import { codes, load } from "../diagnostics.ts";

const FAULTY = "SUB BROKEN(A)\n  LET B = \n  PRINT A\nEND SUB\nBROKEN 1\n";

test.each([
  ["an unused SUB", "SUB IDLE\n  PRINT 1\nEND SUB\n", "GB2501 6:5"],
  ["an unused variable of a SUB", "SUB IDLE\n  LET X = 1\nEND SUB\nIDLE\n", "GB2502 7:7"],
  ["an unused variable of the top level", "LET X = 1\n", "GB2502 6:5"],
  ["an unclear header", "SUB ADD UP C, D\n  PRINT C, D\nEND SUB\nADD UP 1, 2\n", "GB1104 6:5"],
])("a lint holds beside an error in another part: %s", (_what, text, expected) => {
  expect(codes(FAULTY + text)).toEqual(["GB1004 2:10", expected]);
});

test.each([
  ["a SUB that the broken part may call", "SUB IDLE\nEND SUB\n", "  x = IDLE +\n"],
  ["a variable that the broken part may read", "LET TOTAL = 1\n", "  PRINT TOTAL +\n"],
])("no lint speaks of %s", (_what, text, broken) => {
  const faulty = `SUB BROKEN(A)\n  PRINT A\n${broken}END SUB\nBROKEN 1\n`;
  expect(codes(faulty + text).filter((code) => !code.startsWith("GB1"))).toEqual([]);
});

test("no lint speaks of the part with the error, nor of one whose end may be wrong", () => {
  expect(codes("LET X = 1\nLET Y = \n")).toEqual(["GB1004 2:8"]);
  const text = "SUB A\n  LET X = 1\nEND SUB\nPRINT X\nEND SUB\nA\n";
  expect(codes(text).filter((code) => code.startsWith("GB25"))).toEqual([]);
});

test("fixes are made beside an error in another part", () => {
  const text = `${FAULTY}SUB ADD UP C, D\n  PRINT C, D\nEND SUB\nADD UP 1, 2\n`;
  const fixed = applyFixes(text, load(["test.bas", text]).diagnostics).text;
  expect(fixed).toContain("SUB ADD UP(C, D)");
});

test.each([
  ["OPTION BASE 1\n", "GB2244 1:1"],
  ['PRINT " a ".trim\n', "GB2515 1:13"],
  ['PRINT "a" + GET FORM VALUE "k" + "!"\n', "GB2277 1:28"],
])("a lint about one statement holds wherever the error is: %s", (text, expected) => {
  const alone = codes(text);
  expect(alone[0]).toBe(expected);
  expect(codes(`${text}PRINT 1 +\n`)).toEqual([...alone, "GB1004 2:10"]);
});
