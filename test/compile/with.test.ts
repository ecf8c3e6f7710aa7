import { describe, expect, test } from "vitest";
import { said } from "../check/diagnostics.ts";
import { output } from "./run-script.ts";

describe("WITH", () => {
  test.each([
    {
      name: "makes an object; the left side is a field, the right side a variable",
      source: 'subject = "hi"\nWITH mail\nsubject = subject\ncount = 1\nEND WITH\nPRINT mail',
      expected: '{"subject":"hi","count":1}',
    },
    {
      name: "replaces the object, which is still there inside",
      source: "o = { a: 1, b: 2 }\nWITH o\nc = o.a\nEND WITH\nPRINT o",
      expected: '{"c":1}',
    },
    {
      name: "keeps the variable where the block is left",
      source: "o = 1\nFOR i = 1 TO 2\nWITH o\na = 1\nEXIT FOR\nEND WITH\nNEXT\nPRINT o",
      expected: "1",
    },
    {
      name: "sets fields in blocks inside; LET and SET set variables",
      source:
        "WITH o\nIF TRUE THEN\na = 1\nEND IF\nLET b = 2\nSET c = 3\nFOR i = 4 TO 4\nd = i\nNEXT\nEND WITH\nPRINT o, b, c, i",
      expected: '{"a":1,"d":4} 2 3 5',
    },
    {
      name: "makes members of members",
      source: "WITH o\na = 1\nWITH inner\nb = 2\nEND WITH\nc = 3\nEND WITH\nPRINT o",
      expected: '{"a":1,"inner":{"b":2},"c":3}',
    },
    {
      name: "without lines makes an empty object",
      source: "WITH o\nEND WITH\nPRINT o",
      expected: "{}",
    },
    {
      name: "takes words of the language as fields",
      source: "WITH o\nto = 1\nnext = 2\nend = 3\nprint = 4\nEND WITH\nPRINT o",
      expected: '{"to":1,"next":2,"end":3,"print":4}',
    },
    {
      name: "makes members and items",
      source:
        "o = {}\nDIM l(0)\nWITH o.a\nb = 1\nEND WITH\nWITH l(0)\nc = 2\nEND WITH\nWITH l[1]\nd = 3\nEND WITH\nPRINT o, l",
      expected: '{"a":{"b":1}} [{"c":2},{"d":3}]',
    },
    {
      name: "changes an object where lines begin with a dot",
      source: "o = { a: 1 }\nWITH o\n.b = .a + 1\nx = .b\nEND WITH\nPRINT o, x",
      expected: '{"a":1,"b":2} 2',
    },
    {
      name: "makes an object of a variable that holds nothing, where a member is set",
      source: "WITH o\n.a = 1\nEND WITH\nWITH p\nPRINT .a IS NULL\nEND WITH\nPRINT o, p IS NULL",
      expected: 'true|{"a":1} true',
    },
    {
      name: "makes a missing member and element",
      source:
        "o = {}\nDIM l(0)\nWITH o.a\n.b = 1\nEND WITH\nWITH l(0)\n.c = 2\nEND WITH\nPRINT o, l",
      expected: '{"a":{"b":1}} [{"c":2}]',
    },
    {
      name: "starts from a value, in both forms",
      source:
        "WITH o = NEW OBJECT\n.a = 1\nEND WITH\nWITH p = { z: 0 }\na = 1\nb = p.a\nEND WITH\nPRINT o, p",
      expected: '{"a":1} {"z":0,"a":1,"b":1}',
    },
    {
      name: "takes numbers as members",
      source: "WITH o = NEW OBJECT\n.1 = 5\n.20 = .5\nEND WITH\nPRINT o",
      expected: '{"1":5,"20":0.5}',
    },
    {
      name: "reads members everywhere in expressions",
      source:
        'o = { n: 2, l: [1], s: "x" }\nWITH o\nPRINT .n, (.n), -.n, .n+.n, "${.s}!", [.n], { k: .n }, MAX(.n, 5)\nIF .n > 1 AND .s = "x" THEN .l.push(.n)\nPRINT .l[1]\nEND WITH',
      expected: '2 2 -2 4 x! [2] {"k":2} 5|2',
    },
    {
      name: "goes one level deeper with each block",
      source:
        "o = { a: { b: 1 } }\nWITH o\nWITH .a\n.b = .b + 1\nEND WITH\n.c = .a.b\nEND WITH\nPRINT o",
      expected: '{"a":{"b":2},"c":2}',
    },
    {
      name: "looks at any value, once",
      source:
        'FUNCTION f()\nPRINT "f"\nRETURN { a: 1 }\nEND FUNCTION\nWITH f()\nPRINT .a\nPRINT .a\nEND WITH',
      expected: "f|1|1",
    },
    {
      name: "waits where its parts do",
      source:
        "WITH o\na = LATER 1\nEND WITH\nWITH o\n.b = LATER 2\nEND WITH\nWITH p = LATER o\n.c = 3\nEND WITH\nPRINT o, p",
      expected: '{"a":1,"b":2,"c":3} {"a":1,"b":2,"c":3}',
    },
    {
      name: "keeps its object apart in calls of itself",
      source:
        "SUB f(n)\nWITH o\na = n\nIF n > 0 THEN f(n - 1)\nb = n\nEND WITH\nPRINT o\nEND SUB\nf(1)",
      expected: '{"a":0,"b":0}|{"a":1,"b":1}',
    },
    {
      name: "cannot set members of a number",
      source: "o = 5\nWITH o\n.a = 1\nEND WITH",
      expected: "GB3010 3:1",
    },
    {
      name: "takes names of one's own that begin with it",
      source: "SUB WITH CARE(x)\nPRINT x\nEND SUB\nwith = 1\nWITH CARE(with)",
      expected: "1",
    },
  ])("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });

  test.each([
    ["PRINT .a", ["GB1120 1:7"]],
    [".a = 1", ["GB1120 1:1"]],
    ["WITH o\na = 1", ["GB1101 1:1"]],
    ["END WITH", ["GB1102 1:1"]],
    ["WITH\na = 1\nEND WITH", ["GB1004 1:5"]],
    ["WITH 5\na = 1\nEND WITH", ["GB1010 1:6"]],
    ["WITH ABS(1)\na = 1\nEND WITH", ["GB2210 1:6"]],
    ["o = {}\nWITH o\n.a\nEND WITH", ["GB2204 3:2"]],
    ["WITH o\nPRINT .a\nEND WITH", ["GB2101 1:6"]],
    ["FOR i = 1 TO 2\nWITH o\na = 1\nNEXT", ["GB1101 2:1"]],
  ])("%j is wrong", (source, expected) => {
    expect(said(source).map((line) => line.split(" ", 2).join(" "))).toEqual(expected);
  });
});

test.each([
  ["NEW OBJECT", "{}"],
  ["create object", "{}"],
  ["NEW ARRAY", "[]"],
  ["CREATE LIST", "[]"],
  ["{ \"a\": 1, b: { c: [1, 2,], }, 'd': 2, }", '{"a":1,"b":{"c":[1,2]},"d":2}'],
  ["#{ a: 1,\n  end: 2,\n  print: 3\n}", '{"a":1,"end":2,"print":3}'],
])("%s", async (expression, expected) => {
  expect(await output(`x = ${expression}\nPRINT x`)).toBe(expected);
});
