import { expect, test } from "vitest";
import { codes, said } from "../diagnostics.ts";

const PRINTS = "PRINT 1\n";

test("a SUB or FUNCTION that nothing calls is named", () => {
  expect(said(`${PRINTS}SUB GREET GUEST NAME$\nEND SUB`)).toEqual([
    "GB2501 2:5 the SUB GREET GUEST is never used (remove it, or call it by its name: GREET GUEST)",
  ]);
  expect(said(`${PRINTS}FUNCTION twice(n)\nRETURN n * 2\nEND FUNCTION`)).toEqual([
    "GB2501 2:10 the FUNCTION twice is never used (remove it, or call it by its name: PRINT twice(…))",
  ]);
});

test.each([
  ["calls itself alone", "SUB a()\na()\nEND SUB", ["GB2501 2:5"]],
  ["is called by an unused one", "SUB b()\nEND SUB\nSUB a()\nb()\nEND SUB", ["GB2501 4:5"]],
  ["call each other", "SUB a()\nb()\nEND SUB\nSUB b()\na()\nEND SUB", ["GB2501 2:5"]],
  ["is spawned", "SPAWN a()\nSUB a()\nEND SUB", []],
  ["is called", "CALL a\nSUB a()\nEND SUB", []],
  ["is called in an argument", 'PRINT "${f(1)}"\nFUNCTION f(x)\nRETURN x\nEND FUNCTION', []],
  ["is read by its name", "PRINT f\nFUNCTION f()\nRETURN 1\nEND FUNCTION", []],
  ["is called by another", "b()\nSUB a()\nEND SUB\nSUB b()\na()\nEND SUB", []],
  ["is called by a handler", 'ON WEBHOOK POST TO "/a" DO\na()\nEND ON\nSUB a()\nEND SUB', []],
])("one that %s", (_, source, expected) => {
  expect(codes(PRINTS + source)).toEqual(expected);
});

test("a file without anything of its own is a library", () => {
  expect(codes("LET PI2 = 6.28\nSUB a()\nEND SUB")).toEqual([]);
});
