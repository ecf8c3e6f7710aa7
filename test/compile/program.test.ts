import { expect, test } from "vitest";
import { handlerName } from "../../src/host/handler.ts";
import { load } from "../check/diagnostics.ts";

const handler = (route: string) => `ON WEBHOOK ${route} DO\nEND ON\n`;

test("scripts are found by path, handlers in the order of the files", () => {
  const { program, diagnostics } = load(
    ["b.bas", handler('POST TO "/b"')],
    ["a.bas", handler('GET TO "/a"') + handler('POST TO "/a"')],
  );
  expect(diagnostics).toEqual([]);
  expect(program.scripts.map(({ file }) => file.path)).toEqual(["b.bas", "a.bas"]);
  expect(program.handlers.map(({ declaration }) => handlerName(declaration))).toEqual([
    "POST /b",
    "GET /a",
    "POST /a",
  ]);
  expect(program.script("a.bas")).toBe(program.scripts[1]);
  expect(program.script("c.bas")).toBeUndefined();
});

test("a file with an error is left out and the others stay", () => {
  const { program, diagnostics } = load(
    ["good.bas", `${handler('POST TO "/good"')}PRINT nowhere`],
    ["bad.bas", `${handler('POST TO "/bad"')}PRINT UNKNOWN(1)`],
    ["worse.bas", handler('POST TO "worse"')],
  );
  expect(program.scripts.map(({ file }) => file.path)).toEqual(["good.bas"]);
  expect(diagnostics.map(({ file, code }) => `${file.path} ${code}`)).toEqual([
    "bad.bas GB2203",
    "good.bas GB2101",
    "worse.bas GB2422",
  ]);
});

test.each([
  ['POST TO "/a/:x"', 'POST TO "/a/:y"'],
  ['ANY TO "/a"', 'ANY TO "/a/"'],
])("%s and %s are one route, which is an error that shows both", (first, second) => {
  const { program, diagnostics } = load(
    ["a.bas", handler(first)],
    ["b.bas", `\n${handler(second)}`],
  );
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    code: "GB2402",
    file: { path: "b.bas" },
    span: { start: 1 },
    related: [{ file: { path: "a.bas" }, span: { start: 0 } }],
  });
  expect(program.scripts.map(({ file }) => file.path)).toEqual(["a.bas"]);
});

test.each([
  ['POST TO "/a"', 'GET TO "/a"'],
  ['POST TO "/a/:x"', 'POST TO "/a/b"'],
  ['POST TO "/a"', 'ANY TO "/a"'],
])("%s and %s are two routes", (first, second) => {
  expect(load(["a.bas", handler(first) + handler(second)]).diagnostics).toEqual([]);
});

test("what is said comes by file and by place, whoever found it", () => {
  const { diagnostics } = load(["a.bas", "PRINT x\nPRINT )\nPRINT y"]);
  const places = diagnostics.map(({ file, span }) => file.position(span.start).line);
  expect(places).toEqual([1, 2, 3]);
});

test.each([
  // The closing bracket is put where the line ends, so the call seems to lack an argument.
  ['x = LEFT$("a",\nPRINT custmer\ncustomer = x', ["1 GB1006", "2 GB2101"]],
  // The END ON before SUB is missing, so what follows it seems to stand at the top level.
  [
    'ON WEBHOOK POST TO "/a" DO\nSUB s()\nEND SUB\nSEND SMS "1", "2"\nEND ON\nPRINT LEN()',
    ["2 GB1162", "6 GB2205"],
  ],
])("what only follows from a mistake is not told: %j", (text, expected) => {
  const found = load(["a.bas", text]).diagnostics;
  const lines = found.map(
    ({ file, span, code }) => `${String(file.position(span.start).line)} ${code}`,
  );
  expect(lines).toEqual(expected);
});
