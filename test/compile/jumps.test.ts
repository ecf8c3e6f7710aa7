import { describe, expect, test } from "vitest";
import { codes, said } from "../check/diagnostics.ts";
import { compile, output, placeOf, testRun } from "./run-script.ts";

describe("GOTO", () => {
  test.each([
    {
      name: "goes on at a label, above or below",
      source:
        "x = 1\nloop:\nx = x + 1\nIF x < 4 THEN GOTO loop\nGOTO done\nPRINT 0\ndone:\nPRINT x",
      expected: "4",
    },
    {
      name: "leaves the blocks around it",
      source:
        "FOR i = 1 TO 3\nWHILE TRUE\nSELECT CASE i\nCASE 2\nGOTO out\nEND SELECT\nEXIT WHILE\nWEND\nNEXT\nout:\nPRINT i",
      expected: "2",
    },
    {
      name: "goes by line numbers",
      source:
        '10 x = 1\n20 PRINT x\n030 x = x + 1 : IF x < 3 THEN 20\n40 FOR I = 7 TO 8\n50 PRINT I\n60 NEXT I\n70 REM end\n80 IF x = 9 THEN 90 ELSE 100\n90 PRINT "no"\n100 END',
      expected: "1|2|7|8",
    },
    {
      name: "follows IF without THEN",
      source: 'IF 1 = 1 GOTO done\nPRINT 0\ndone:\nPRINT "done"\nIF FALSE GOSUB done',
      expected: "done",
    },
    {
      name: "finds labels before a statement, and LABEL",
      source: "GOTO a\nb: PRINT 2\nGOTO c\na: PRINT 1 : GOTO b\nLABEL c\nPRINT 3",
      expected: "1|2|3",
    },
    {
      name: "takes words of the language as labels",
      source: "GOTO end\nloop:\nPRINT 2\nGOTO exit\nend:\nPRINT 1\nGOTO loop\nexit:\nPRINT 3",
      expected: "1|2|3",
    },
    {
      name: "stays inside its SUB, whatever others call their labels",
      source:
        "SUB f(n)\nagain:\nn = n - 1\nIF n > 0 THEN GOTO again\nPRINT n\nEND SUB\nx = 0\nagain:\nx = x + 1\nf(x)\nIF x < 2 THEN GOTO again",
      expected: "0|0",
    },
    {
      name: "leaves a label that is a SUB, or the end of a block, what it is",
      source: "SUB greet()\nPRINT 1\nEND SUB\ngreet:\nDO\nPRINT 2\nEXIT DO\nLOOP:\nPRINT 3",
      expected: "1|2|3",
    },
    {
      name: "leaves RETURN with its value alone",
      source: "PRINT f()\nFUNCTION f()\nGOTO b\na:\nRETURN 1\nb:\nGOTO a\nEND FUNCTION",
      expected: "1",
    },
    {
      name: "waits where its lines do",
      source: "x = LATER 0\na:\nx = x + LATER 1\nIF x < 3 THEN GOTO a\nPRINT x",
      expected: "3",
    },
    {
      name: "passes FINALLY",
      source: 'TRY\nGOTO out\nFINALLY\nPRINT "f"\nEND TRY\nout:\nPRINT "out"',
      expected: "f|out",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test("each jump is a step, so that an endless one ends", async () => {
    expect(await output("a:\nGOTO a", { steps: 500 })).toBe("GB3101 2:1");
    expect(await output("SUB f()\na:\nGOTO a\nEND SUB\nf()", { steps: 500 })).toBe("GB3101 3:1");
  });

  test("an endless jump gives others a turn", async () => {
    const controller = new AbortController();
    const { context } = testRun({ steps: Infinity }, controller.signal);
    const running = compile("f()\nSUB f()\na:\nGOTO a\nEND SUB").runMain(context);
    setImmediate(() => controller.abort());
    expect(placeOf(await running.catch((error: unknown) => error))).toMatch(/^GB3121 /);
  });
});

describe("GOSUB", () => {
  test.each([
    {
      name: "comes back at RETURN",
      source: "GOSUB a\nPRINT 2\nGOSUB a\nEND\na:\nPRINT 1\nRETURN",
      expected: "1|2|1",
    },
    {
      name: "comes back into the block it came from",
      source: "FOR i = 1 TO 2\nGOSUB show\nNEXT\nPRINT i\nEND\nshow:\nPRINT i\nRETURN",
      expected: "1|2|3",
    },
    {
      name: "goes inside another one, and jumps",
      source:
        "GOSUB a\nPRINT 4\nEND\na:\nPRINT 1\nGOSUB b\nGOTO c\nb:\nPRINT 2\nRETURN\nc:\nPRINT 3\nRETURN",
      expected: "1|2|3|4",
    },
    {
      name: "ends the body where its lines run to the end",
      source: "FOR i = 1 TO 3\nGOSUB a\nNEXT\nPRINT 0\nEND\na:\nPRINT i",
      expected: "1",
    },
    {
      name: "leaves RETURN without an open GOSUB and RETURN with a value to the body",
      source:
        "PRINT f(1), f(2)\nFUNCTION f(n)\nIF n = 1 THEN GOSUB a\nRETURN\na:\nRETURN n * 10\nEND FUNCTION",
      expected: "10 ",
    },
    {
      name: "waits where its lines do",
      source: "x = 1\nGOSUB a\nPRINT x\nEND\na:\nx = LATER 2\nRETURN",
      expected: "2",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test("that never comes back runs into the limit on calls", async () => {
    expect(await output("a:\nGOSUB a", { depth: 20 })).toBe("GB3102 2:1");
    expect(
      await output("FOR i = 1 TO 50\nGOSUB a\nNEXT\nPRINT i\nEND\na:\nRETURN", { depth: 2 }),
    ).toBe("51");
  });
});

test.each([
  ["start:\nGOTO strat", ["GB2312 2:6 there is no label strat to jump to (did you mean start?)"]],
  [
    "GOTO 20\n10 PRINT 1",
    ["GB2312 1:6 there is no label 20 to jump to (write 20 in front of a line)"],
  ],
  [
    "SUB f()\nGOSUB top\nEND SUB\ntop:\nf()",
    [
      "GB2315 2:7 the label top is in the top level, and jumps stay in the part of the script they are in (jump to a label in the same part, or make a SUB of the lines and call it)",
    ],
  ],
])("%j is explained", (source, expected) => {
  expect(said(source)).toEqual(expected);
});

test.each([
  ["a:\nPRINT 1\nA:\nPRINT 2", ["GB2313 3:1"]],
  ["FOR i = 1 TO 2\na:\nNEXT", ["GB1131 2:1"]],
  ["10 FOR i = 1 TO 2\n20 NEXT", []],
  ["10 FOR i = 1 TO 2\n20 PRINT i\n30 NEXT\n40 GOTO 20", ["GB1131 2:1"]],
  ["GOTO", ["GB1003 1:5"]],
  ['GOTO "a"', ["GB1003 1:6"]],
  ["GOTO a b\na:", ["GB2212 1:8"]],
  ["GOSUB", ["GB1003 1:6"]],
  ["IF 1 THEN GOTO\nPRINT 1", ["GB1003 1:15"]],
  ["GOTO a\nPRINT 1\na:", ["GB2303 2:1"]],
  ["TRY\nFINALLY\nGOTO a\nEND TRY\na:", ["GB2311 3:1"]],
  ["PRNT: PRINT 1", ["GB2202 1:1"]],
])("%j is wrong", (source, expected) => {
  expect(codes(source)).toEqual(expected);
});
