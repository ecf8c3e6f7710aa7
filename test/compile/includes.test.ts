import { describe, expect, test } from "vitest";
import { loadProgram } from "../../src/compile/program.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { renderError } from "../../src/runtime/render-error.ts";
import { BasicError } from "../../src/runtime/error.ts";
import { toText } from "../../src/runtime/value/text.ts";
import { parse, registry, testRun } from "./run-script.ts";

type Files = Readonly<Record<string, string>>;

/** Loads `main.bas`, which includes the others. */
function load(files: Files) {
  const sources = Object.entries(files).map(([path, text]) => new SourceFile(path, text));
  const included = new Map(sources.map((file) => [file.path, file] as const));
  const main = sources.filter(({ path }) => path === "main.bas");
  return loadProgram(main, registry, parse, included);
}

function said(files: Files): string[] {
  return load(files).diagnostics.map(({ code, file, span, message, related = [] }) => {
    const { line, column } = file.position(span.start);
    const places = related.map((one) => ` → ${one.file.path}:${String(one.span.start)}`);
    return `${file.path}:${String(line)}:${String(column)} ${code} ${message}${places.join("")}`;
  });
}

/** Runs the top level of `main.bas`; gives what it printed, and its error. */
async function output(files: Files): Promise<string> {
  expect(said(files)).toEqual([]);
  const [script] = load(files).program.scripts;
  if (script === undefined) throw new Error("no script");
  const { context, recorded, spawned } = testRun();
  const lines: string[] = [];
  try {
    await script.runMain(context);
    for (const { procedure, args } of [...spawned]) {
      await script.procedures.get(procedure)?.run(context, args);
    }
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    lines.push(renderError(error));
  }
  return [...recorded.printed.map(toText), ...lines].join("\n");
}

const GREET = 'FUNCTION GREETING FOR NAME$\nRETURN "Hi " + NAME$\nEND FUNCTION\n';

describe("what an INCLUDE brings in", () => {
  test("functions of one word and of many, without brackets too, above the INCLUDE and below", async () => {
    const files = {
      "main.bas": `PRINT TWICE 4 + 1, GREETING FOR "Ana"\nINCLUDE "lib/all.bas"\nPRINT TWICE(2)`,
      "lib/all.bas": `INCLUDE "../greet.bas"\nFUNCTION TWICE(N)\nRETURN N * 2\nEND FUNCTION`,
      "greet.bas": GREET,
    };
    expect(await output(files)).toBe("10 Hi Ana\n4");
  });

  test("SUBs that can be spawned; each file keeps its own variables", async () => {
    const files = {
      "main.bas":
        'INCLUDE "lib.bas"\nWHO$ = "main"\nTELL "a"\nSPAWN TELL "b"\nPRINT WHO$ + CALLS SO FAR()',
      "lib.bas":
        'CONST MARK$ = "!"\nWHO$ = "lib"\nCALLS = 0\nSUB TELL(X$)\nCALLS = CALLS + 1\nPRINT WHO$ + X$ + MARK$\nEND SUB\nFUNCTION CALLS SO FAR()\nRETURN CALLS\nEND FUNCTION',
    };
    expect(await output(files)).toBe("liba!\nmain1\nliba!\nmain1\nlibb!");
  });

  test("the top level runs once, where the first INCLUDE stands", async () => {
    const files = {
      "main.bas": 'PRINT 1\nINCLUDE "a.bas"\nINCLUDE "b.bas"\nINCLUDE "a.bas"\nPRINT 4',
      "a.bas": 'INCLUDE "b.bas"\nPRINT 3\nRETURN\nPRINT 9\n',
      "b.bas": "GOTO DONE\nPRINT 9\nDONE:\nPRINT 2\n",
    };
    const { diagnostics } = load(files);
    expect(diagnostics.map(({ code }) => code)).toEqual(["GB2303", "GB2303"]);
    const silent = { ...files, "a.bas": 'INCLUDE "b.bas"\nPRINT 3\n', "b.bas": "PRINT 2\n" };
    expect(await output(silent)).toBe("1\n2\n3\n4");
  });

  test("EXIT there ends the run, RETURN only the file", async () => {
    const files = { "main.bas": 'INCLUDE "a.bas"\nPRINT 2' };
    expect(await output({ ...files, "a.bas": "PRINT 1\nRETURN" })).toBe("1\n2");
    expect(await output({ ...files, "a.bas": "PRINT 1\nEXIT" })).toBe("1");
  });

  test("what waits there is waited for", async () => {
    const files = {
      "main.bas": 'INCLUDE "a.bas"\nPRINT SLOW() + 1',
      "a.bas": "X = LATER 1\nPRINT X\nFUNCTION SLOW()\nRETURN LATER X\nEND FUNCTION",
    };
    expect(await output(files)).toBe("1\n2");
  });

  test("errors name the file, and the calls and INCLUDEs that led there", async () => {
    const files = {
      "main.bas": 'INCLUDE "lib/a.bas"\nPRINT 1',
      "lib/a.bas": "FAIL 0\nSUB FAIL(N)\nPRINT 1 / N\nEND SUB",
    };
    expect(await output(files)).toBe(
      `lib/a.bas:3:9 error GB3002: division by zero
  3 | PRINT 1 / N
    |         ^
  hint: test the divisor with IF before dividing
  in FAIL, from lib/a.bas:1:1
  in INCLUDE "lib/a.bas", from main.bas:1:1`,
    );
  });
});

describe("what is wrong with an INCLUDE", () => {
  test.each([
    ['INCLUDE "b.bas"\nGREET "x"\nPRINT TWICE 3', "main.bas:1:9 GB2270 there is no file b.bas"],
    ["INCLUDE b.bas", "main.bas:1:9 GB1160"],
    ['INCLUDE "${X}.bas"', "main.bas:1:9 GB1160"],
    ["INCLUDE", "main.bas:1:8 GB1160"],
    ['INCLUDE "lib.txt"', "main.bas:1:9 GB2273"],
    ['INCLUDE "main.bas"', "main.bas:1:9 GB2271"],
    ['IF TRUE THEN INCLUDE "lib.bas"', "main.bas:1:14 GB1161"],
    ['SUB S()\nINCLUDE "lib.bas"\nEND SUB\nS', "main.bas:2:1 GB1161"],
    ['INCLUDE "lib.bas", "b.bas"', "main.bas:1:18 GB1005"],
  ])("%j", (text, expected) => {
    const found = said({ "main.bas": text, "lib.bas": "PRINT 1" });
    expect(found).toEqual([expect.stringContaining(expected)]);
  });

  test("a circle is told of once, with its files", () => {
    const files = {
      "main.bas": 'INCLUDE "a.bas"\nONE\nTWO',
      "a.bas": 'INCLUDE "b.bas"\nSUB ONE()\nTWO\nEND SUB',
      "b.bas": 'INCLUDE "a.bas"\nSUB TWO()\nONE\nEND SUB',
    };
    expect(said(files)).toEqual([
      "a.bas:1:9 GB2271 INCLUDE goes round in a circle: a.bas → b.bas → a.bas",
    ]);
    expect(load(files).program.scripts).toEqual([]);
  });

  test("one name in two files shows both places, once", () => {
    const files = {
      "main.bas": 'INCLUDE "c.bas"\nONE',
      "c.bas": 'INCLUDE "a.bas"\nINCLUDE "b.bas"',
      "a.bas": "SUB ONE()\nEND SUB",
      "b.bas": "SUB one()\nEND SUB",
    };
    expect(said(files)).toEqual([
      "c.bas:2:9 GB2275 one is in a.bas and in b.bas, so a call could mean either → a.bas:4 → b.bas:4",
    ]);
  });

  test("a mistake in an included file keeps the others from running", () => {
    const files = { "main.bas": 'INCLUDE "a.bas"\nPRINT 1', "a.bas": "PRINT 1 +" };
    expect(said(files)).toEqual([expect.stringMatching(/^a\.bas:1:10 GB1004/)]);
    expect(load(files).program.scripts).toEqual([]);
  });

  test("handlers are not brought in, effects at the top level are found", () => {
    const handler = (text: string) => `ON WEBHOOK POST TO "/a" DO\n${text}\nEND ON\n`;
    expect(
      said({ "main.bas": 'INCLUDE "a.bas"\nONE', "a.bas": `${handler("ONE")}SUB ONE()\nEND SUB` }),
    ).toEqual([expect.stringContaining("main.bas:1:9 GB2276")]);
    expect(
      said({
        "main.bas": `INCLUDE "a.bas"\n${handler("PRINT 1")}`,
        "a.bas": 'SEND MAIL TO "a@b.c" WITH SUBJECT "s" AND BODY "b"',
      }),
    ).toEqual([expect.stringMatching(/^main\.bas:1:1 GB2401 .* → a\.bas:0$/)]);
  });
});
