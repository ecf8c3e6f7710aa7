import { describe, expect, test } from "vitest";
import type { Colour } from "../../src/compile/context.ts";
import { BufferedResponse } from "../../src/runtime/response.ts";
import { codes } from "../check/diagnostics.ts";
import { compile, limits, output, placeOf, testRun } from "./run-script.ts";

const COLOURS: readonly Colour[] = ["as needed", "async"];

describe("TRY", () => {
  test.each([
    {
      name: "gives CATCH the error, which prints as its message",
      source:
        'TRY\nPRINT 1\nx = 1 / 0\nPRINT 2\nCATCH e\nPRINT "no: " + e, "${e}", e.message, e.code, e.line, e.file\nEND TRY',
      expected: "1|no: division by zero division by zero division by zero GB3002 3 test.bas",
    },
    {
      name: "goes on behind END TRY",
      source: 'TRY\nTHROW "x"\nCATCH\nEND TRY\nPRINT 1',
      expected: "1",
    },
    {
      name: "passes over CATCH where nothing fails",
      source: "TRY\nPRINT 1\nCATCH e\nPRINT e\nEND TRY",
      expected: "1",
    },
    {
      name: "catches what a SUB raises, with the line of the SUB",
      source: "TRY\nf()\nCATCH e\nPRINT e.line\nEND TRY\nSUB f()\nx = 1 MOD 0\nEND SUB",
      expected: "7",
    },
    {
      name: "runs FINALLY behind its body and behind CATCH",
      source:
        'TRY\nPRINT 1\nFINALLY\nPRINT 2\nEND TRY\nTRY\nTHROW "a"\nCATCH e\nPRINT e\nFINALLY\nPRINT 3\nEND TRY',
      expected: "1|2|a|3",
    },
    {
      name: "runs FINALLY on the way of an error, of RETURN, of EXIT and of loops that are left",
      source: `FUNCTION f()
TRY
RETURN 5
FINALLY
PRINT "r"
END TRY
END FUNCTION
PRINT f()
FOR i = 1 TO 3
TRY
IF i = 2 THEN CONTINUE
IF i = 3 THEN EXIT FOR
FINALLY
PRINT i
END TRY
NEXT
TRY
TRY
x = 1 / 0
FINALLY
PRINT "e"
END TRY
CATCH e
PRINT e.code
END TRY
TRY
quit()
FINALLY
PRINT "q"
END TRY
SUB quit()
EXIT
END SUB`,
      expected: "r|5|1|2|3|e|GB3002|q",
    },
    {
      name: "inside another one hands on what it does not catch",
      source:
        'TRY\nTRY\nTHROW "a"\nCATCH e\nTHROW e.message + "b"\nFINALLY\nPRINT "f"\nEND TRY\nCATCH e\nPRINT e\nEND TRY',
      expected: "f|ab",
    },
    {
      name: "raises a caught error again where it first was",
      source: "TRY\nx = 1 / 0\nCATCH e\nTHROW e\nEND TRY",
      expected: "GB3002 2:7",
    },
    {
      name: "takes errors of FINALLY instead",
      source: 'TRY\nTHROW "a"\nFINALLY\nx = 1 / 0\nEND TRY',
      expected: "GB3002 4:7",
    },
    {
      name: "may stand on one line, with the type that Visual Basic writes",
      source: 'TRY : THROW "a" : CATCH e AS EXCEPTION : PRINT e : END TRY',
      expected: "a",
    },
    {
      name: "gives a variable with a sigil the message",
      source: 'TRY\nTHROW "a"\nCATCH e$\nPRINT TYPEOF(e$), e$\nEND TRY',
      expected: "text a",
    },
    {
      name: "lets its words be names",
      source: "try = 1\ncatch = 2\nfinally = 3\nthrow = 4\nPRINT try + catch + finally + throw",
      expected: "10",
    },
    {
      name: "lets its words begin names of one's own",
      source:
        'SUB TRY AGAIN(n)\nPRINT n\nEND SUB\nSUB THROW(x)\nPRINT x\nEND SUB\nTRY AGAIN 1\nTHROW "a"',
      expected: "1|a",
    },
    {
      name: "waits where its parts do",
      source:
        "TRY\nx = LATER 1\ny = x / LATER 0\nCATCH e\nPRINT LATER e.code\nFINALLY\nPRINT LATER 2\nEND TRY\nTRY\nTHROW LATER 3\nCATCH e\nPRINT e\nEND TRY",
      expected: "GB3002|2|3",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test.each([
    ["steps", "WHILE TRUE\nWEND", { steps: 500 }, "GB3101"],
    ["depth", "f()", { depth: 20 }, "GB3102"],
    ["length of texts", 's = STRING$(99, "x")', { textLength: 50 }, "GB3090"],
    ["length of lists", "DIM a(99)", { listLength: 50 }, "GB3091"],
  ])("cannot catch the limit of %s", async (_name, fails, given, code) => {
    const source = `TRY\n${fails}\nCATCH e\nPRINT 1\nFINALLY\nPRINT 2\nEND TRY\nSUB f()\nf()\nEND SUB`;
    expect((await output(source, given)).split(" ")[0]).toBe(code);
  });

  test.each(COLOURS)("cannot catch the end of a run from outside (%s)", async (colour) => {
    const controller = new AbortController();
    const { context, recorded } = testRun({}, controller.signal);
    const source =
      "TRY\nx = LATER STOP\nWHILE TRUE\nWEND\nCATCH e\nPRINT 1\nFINALLY\nPRINT 2\nEND TRY";
    const running = compile(source, colour).runMain(context);
    controller.abort();
    expect(placeOf(await running.catch((error: unknown) => error))).toMatch(/^GB3121 /);
    expect(recorded.printed).toEqual([]);
  });

  test("an error is text in a response", async () => {
    const { context } = testRun();
    const source = 'TRY\nTHROW { message: "no", item: 1 }\nCATCH e\nRETURN e\nEND TRY';
    const response = new BufferedResponse(limits);
    expect(response.finish(await compile(source).runMain(context))).toMatchObject({
      body: "no",
      headers: [["Content-Type", "text/plain; charset=utf-8"]],
    });
  });

  test.each([
    ["TRY\nx = 1\nEND TRY", ["GB1121 1:1"]],
    ["TRY\nx = 1\nCATCH e", ["GB1101 1:1"]],
    ["CATCH e", ["GB1102 1:1"]],
    ["END TRY", ["GB1102 1:1"]],
    ["TRY\nCATCH e f\nEND TRY", ["GB2212 2:9"]],
    ["TRY\nCATCH 5\nEND TRY", ["GB1003 2:7"]],
    ["TRY\nFINALLY\nCATCH e\nEND TRY", ["GB1122 3:1"]],
    ["TRY\nCATCH e\nCATCH f\nEND TRY", ["GB1122 3:1"]],
    ["TRY\nFINALLY\nRETURN\nEND TRY", ["GB2311 3:1"]],
    ["FOR i = 1 TO 2\nTRY\nFINALLY\nEXIT FOR\nEND TRY\nNEXT", ["GB2311 4:1"]],
    ["FOR i = 1 TO 2\nTRY\nFINALLY\nBREAK\nEND TRY\nNEXT", ["GB2311 4:1"]],
    ["TRY\nFINALLY\nFOR i = 1 TO 2\nCONTINUE\nNEXT\nEND TRY", []],
    ["THROW", ["GB1004 1:6"]],
    ['THROW "a"\nPRINT 1', ["GB2303 2:1"]],
  ])("%j is wrong", (source, expected) => {
    expect(codes(source)).toEqual(expected);
  });
});

describe("THROW and ASSERT", () => {
  test.each([
    ['THROW "no tea: " + 1', "no tea: 1 GB3050"],
    ['THROW { message: "no", code: "STOCK", left: 0 }', "no STOCK"],
    ["THROW { left: 0 }", '{"left":0} GB3050'],
    ["THROW 42", "42 GB3050"],
    ["THROW NULL", "THROW without a message GB3050"],
    ["ASSERT 1 = 2", "what ASSERT states is not so GB3051"],
    ['ASSERT 0, "no " + 1', "no 1 GB3051"],
    ['ASSERT(1 = 2, "no")', "no GB3051"],
    ["ASSERT 1 = 1", "fine"],
  ])("%s", async (statement, expected) => {
    const source = `TRY\n${statement}\nPRINT "fine"\nCATCH e\nPRINT e, e.code\nEND TRY`;
    expect(await output(source)).toBe(expected);
  });

  test("an object that is thrown keeps its members, whatever their names", async () => {
    const source = `TRY
THROW PARSE JSON "{ ""message"": ""no"", ""__proto__"": { ""x"": 1 }, ""left"": 2 }"
CATCH e
PRINT e, e.left, e.__proto__, e.x IS NULL, e = "no", e.toString IS NULL
END TRY`;
    expect(await output(source)).toBe('no 2 {"x":1} true true true');
  });

  test("a thrown error ends the run with its message and place", async () => {
    expect(await output('PRINT 1\nIF TRUE THEN THROW "a"')).toBe("1|GB3050 2:14");
  });
});
