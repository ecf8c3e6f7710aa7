import { describe, expect, test } from "vitest";
import { codes } from "../check/diagnostics.ts";
import { compile, output, testRun } from "./run-script.ts";

describe("ON ERROR RESUME NEXT", () => {
  test.each([
    {
      name: "goes on behind the statement, and tells of the error until it is cleared",
      source:
        'ON ERROR RESUME NEXT\nx = 5\nx = 1 / 0\nPRINT x, ERROR, ERR, ERROR MESSAGE, ERROR_MESSAGE, ERL\ny = 2\nIF ERROR THEN PRINT "still"\nCLEAR ERROR\nPRINT ERROR, ERR, "<" + ERROR MESSAGE + ">"',
      expected: "5 true 3002 division by zero division by zero 3|still|false 0 <>",
    },
    {
      name: "is ended by GOTO 0, which clears the error",
      source: "ON ERROR RESUME NEXT\nx = 1 / 0\nON ERROR GOTO 0\nPRINT ERR\nx = 1 / 0",
      expected: "0|GB3002 5:7",
    },
    {
      name: "looks after statements inside blocks one by one",
      source:
        "ON ERROR RESUME NEXT\nFOR i = 1 TO 3\nx = 1 / (i - 2)\nIF ERROR THEN\nPRINT i\nCLEAR ERROR\nEND IF\nNEXT\nPRINT i",
      expected: "2|4",
    },
    {
      name: "passes over a block whose own head fails",
      source:
        'ON ERROR RESUME NEXT\nIF 1 / 0 > 1 THEN\nPRINT 1\nELSE\nPRINT 2\nEND IF\nFOR i = 1 TO "x"\nPRINT 3\nNEXT\nWHILE 1 / 0\nPRINT 4\nWEND\nPRINT 5',
      expected: "5",
    },
    {
      name: "at the top level holds in every SUB, FUNCTION and handler of the file",
      source:
        "ON ERROR RESUME NEXT\nPRINT f(0)\nFUNCTION f(n)\nx = 1 / n\nIF ERROR THEN RETURN -1\nRETURN x\nEND FUNCTION",
      expected: "-1",
    },
    {
      name: "of a SUB ends with it and does not hold in what it calls",
      source:
        'SUB outer()\nON ERROR RESUME NEXT\ninner()\nPRINT "on"\nEND SUB\nSUB inner()\nx = 1 / 0\nPRINT "no"\nEND SUB\nouter()\nPRINT ERR\nx = 1 / 0',
      expected: "on|3002|GB3002 12:7",
    },
    {
      name: "leaves TRY to its CATCH",
      source:
        'ON ERROR RESUME NEXT\nTRY\nTHROW "a"\nPRINT "no"\nCATCH e\nPRINT "caught " + e\nEND TRY\nPRINT ERROR MESSAGE',
      expected: "caught a|a",
    },
    {
      name: "goes on behind THROW and ASSERT",
      source:
        'ON ERROR RESUME NEXT\nTHROW "a"\nPRINT ERROR MESSAGE, ERR\nASSERT 1 = 2, "b"\nPRINT ERROR MESSAGE\nTHROW { message: "c", code: 1404, item: 7 }\nPRINT ERR, ERR.message, ERR.MESSAGE$, ERR.Number, ERR.Description, ERR.item\nERR.CLEAR\nPRINT ERR',
      expected: "a 3050|b|1404 c c 1404 c 7|0",
    },
    {
      name: "leaves its names to variables of the script",
      source: "error = 1\nerr = 2\nON ERROR RESUME NEXT\nx = 1 / 0\nPRINT error, err",
      expected: "1 2",
    },
    {
      name: "waits where its lines do",
      source: "ON ERROR RESUME NEXT\nx = 1 / LATER 0\nPRINT ERR, LATER 2",
      expected: "3002 2",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test("holds in a handler where the top level said it", async () => {
    const source = 'ON ERROR RESUME NEXT\nON WEBHOOK POST TO "/a" DO\nx = 1 / 0\nPRINT ERR\nEND ON';
    const { context, recorded } = testRun();
    await compile(source).handlers[0]?.run(context);
    expect(recorded.printed).toEqual([3002]);
  });

  test.each([
    ["steps", "WHILE TRUE\nWEND", { steps: 500 }, "GB3101"],
    ["depth", "f()", { depth: 20 }, "GB3102"],
    ["text", 's = STRING$(99, "x")', { textLength: 50 }, "GB3090"],
  ])("does not go on after the limit of %s", async (_name, fails, given, code) => {
    const source = `ON ERROR RESUME NEXT\n${fails}\nPRINT 1\nSUB f()\nf()\nEND SUB`;
    expect((await output(source, given)).split(" ")[0]).toBe(code);
  });
});

describe("ON ERROR GOTO", () => {
  test.each([
    {
      name: "goes on behind the statement with RESUME NEXT, also inside a loop",
      source:
        'ON ERROR GOTO failed\nFOR i = 2 TO 0 STEP -1\nPRINT 10 / i\nNEXT\nPRINT "end"\nEXIT\nfailed:\nPRINT ERROR MESSAGE, ERL\nRESUME NEXT',
      expected: "5|10|division by zero 3|end",
    },
    {
      name: "tries the statement again with RESUME",
      source: "n = 0\nON ERROR GOTO failed\nPRINT 10 / n\nPRINT ERR\nEND\nfailed:\nn = 5\nRESUME",
      expected: "2|0",
    },
    {
      name: "goes on at a label with RESUME label",
      source:
        'ON ERROR GOTO 100\nFOR i = 1 TO 3\nx = 1 / 0\nNEXT\n50 PRINT "out", i\nEND\n100 RESUME 50',
      expected: "out 1",
    },
    {
      name: "ends the body where the lines run to the end, and at RETURN",
      source:
        'SUB f()\nON ERROR GOTO failed\nFOR i = 1 TO 3\nx = 1 / 0\nNEXT\nPRINT "no"\nEXIT SUB\nfailed:\nPRINT "failed"\nEND SUB\nFUNCTION g()\nON ERROR GOTO failed\nx = 1 / 0\nRETURN 1\nfailed:\nRETURN -1\nEND FUNCTION\nf()\nPRINT g()',
      expected: "failed|-1",
    },
    {
      name: "takes the errors of what is called, which has the place of the error",
      source:
        'ON ERROR GOTO failed\nf()\nPRINT "after"\nEND\nfailed:\nPRINT ERL\nRESUME NEXT\nSUB f()\nx = 1 / 0\nPRINT "no"\nEND SUB',
      expected: "9|after",
    },
    {
      name: "does not take errors of the lines that handle one",
      source:
        'ON ERROR GOTO failed\nx = 1 / 0\nEND\nfailed:\nPRINT "once"\nx = 2 MOD 0\nRESUME NEXT',
      expected: "once|GB3002 6:7",
    },
    {
      name: "takes the next error after RESUME",
      source:
        'ON ERROR GOTO failed\nx = 1 / 0\nx = 1 / 0\nPRINT "end"\nEND\nfailed:\nPRINT "failed"\nRESUME NEXT',
      expected: "failed|failed|end",
    },
    {
      name: "can be set anew",
      source:
        "ON ERROR GOTO a\nx = 1 / 0\nON ERROR GOTO b\nx = 1 / 0\nON ERROR RESUME NEXT\nx = 1 / 0\nPRINT 3\nEND\na:\nPRINT 1\nRESUME NEXT\nb:\nPRINT 2\nRESUME NEXT",
      expected: "1|2|3",
    },
    {
      name: "works with GOSUB on both sides",
      source:
        'ON ERROR GOTO failed\nGOSUB work\nPRINT "end"\nEND\nwork:\nx = 1 / 0\nPRINT "worked"\nRETURN\nfailed:\nGOSUB note\nRESUME NEXT\nnote:\nPRINT "note"\nRETURN',
      expected: "note|worked|end",
    },
    {
      name: "waits where its lines do",
      source:
        'n = LATER 0\nON ERROR GOTO failed\nPRINT 10 / n\nPRINT "end"\nEND\nfailed:\nn = LATER 5\nRESUME',
      expected: "2|end",
    },
    {
      name: "says so where nothing is to be resumed",
      source: "ON ERROR GOTO failed\nPRINT 1\nfailed:\nRESUME NEXT",
      expected: "1|GB3052 4:1",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test("an endless RESUME ends by the limit on steps", async () => {
    const source = "ON ERROR GOTO failed\nx = 1 / 0\nfailed:\nRESUME";
    expect((await output(source, { steps: 500 })).split(" ")[0]).toBe("GB3101");
  });
});

test.each([
  ["ON ERROR", ["GB1003 1:9"]],
  ["ON ERROR RESUME", ["GB1003 1:16"]],
  ["ON ERROR GOTO", ["GB1003 1:14"]],
  ["ON ERROR GOTO nowhere", ["GB2312 1:15"]],
  ["ON ERROR STOP", ["GB1003 1:10"]],
  ["RESUME NEXT", ["GB2314 1:1"]],
  ["ON ERROR RESUME NEXT\nRESUME", ["GB2314 2:1"]],
  ["CLEAR ERRORS", ["GB2202 1:1"]],
])("%j is wrong", (source, expected) => {
  expect(codes(source)).toEqual(expected);
});
