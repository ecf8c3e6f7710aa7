import { describe, expect, test } from "vitest";
import { parseSource, treeOf } from "./parse-source.ts";

/** Reads `text` as the value of an assignment. */
function read(text: string): string {
  const [line = ""] = treeOf(`x = ${text}`);
  return line.slice("X := ".length);
}

describe("precedence", () => {
  test.each([
    ["-2 ^ 2", "(- (2 ^ 2))"],
    ["1 - .5", "(1 - 0.5)"],
    ["a ?.5 : 1", "(A ? 0.5 : 1)"],
    ["2 ^ -1", "(2 ^ -1)"],
    ["2 ^ 3 ^ 2", "((2 ^ 3) ^ 2)"],
    ["1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"],
    ["10 \\ 3 * 2", "(10 \\ (3 * 2))"],
    ["10 MOD 4 \\ 2", "(10 MOD (4 \\ 2))"],
    ["1 + 7 MOD 4", "(1 + (7 MOD 4))"],
    ['"a" & 1 + 2', '("a" & (1 + 2))'],
    ["a & b = c", "((A & B) = C)"],
    ["NOT a = b", "(NOT (A = B))"],
    ["NOT a AND b", "((NOT A) AND B)"],
    ["a OR b AND c", "(A OR (B AND C))"],
    ["a ?? b OR c", "(A ?? (B OR C))"],
    ["a OR b ? 1 : 2", "((A OR B) ? 1 : 2)"],
    ["a ? b : c ? d : e", "(A ? B : (C ? D : E))"],
    ["a && b || !c", "((A AND B) OR (NOT C))"],
    ["a == b", "(A = B)"],
    ["a!=b", "(A <> B)"],
    ["(1 + 2) * 3", "((1 + 2) * 3)"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("comparison words", () => {
  test.each([
    ["a IS NULL", "(A IS NULL)"],
    ["a IS NOT NULL AND b", "((A IS NOT NULL) AND B)"],
    ['a STARTS WITH "x" + y', '(A STARTS WITH ("x" + Y))'],
    ['a ENDS WITH "x"', '(A ENDS WITH "x")'],
    ['a NOT LIKE "x*"', '(NOT (A LIKE "x*"))'],
    ["a NOT IN [1, 2] OR b", "((NOT (A IN [1, 2])) OR B)"],
    ['list CONTAINS "x"', '(LIST CONTAINS "x")'],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("operands", () => {
  test.each([
    ["0x1F", "31"],
    ["1.5e3", "1500"],
    ["TRUE", "true"],
    ["null", "null"],
    ["'f'", '"f"'],
    ['"a ""b"" \\n \\u00e1"', '"a \\"b\\" \\n á"'],
    ['"a${b}c"', "`a{B}c`"],
    ['"${{amount}}"', '"${{amount}}"'],
    ['"${F("x")}"', '`{F("x")}`'],
    ['"${open"', '"${open"'],
    ["[1, [2], {}]", "[1, [2], {}]"],
    ['#{ name: 1, "k 2": a, if: 3 }', "{name: 1, k 2: A, if: 3}"],
    [
      "{ ok: a ? TRUE : FALSE, none: b ? NULL : 1 }",
      "{ok: (A ? true : false), none: (B ? null : 1)}",
    ],
    ["a ? b : NULL = c", "(A ? B : (null = C))"],
    ['"${TRUE = a}"', "`{(true = A)}`"],
    ["if?.b", "IF?.b"],
    ["a.b?.c[0].d", "A.b?.c[0].d"],
    ["s.trim().length", "S.trim().length"],
    ["a(0)", "A(0)"],
    ["LEFT$(a$, 2)", "LEFT$(A$, 2)"],
    ["case", "CASE"],
    ["to + next", "(TO + NEXT)"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

describe("phrases inside expressions", () => {
  test.each([
    [
      'GET JSON PATH OBJ, "object" = "x" AND y',
      '((<GET JSON PATH | object=OBJ | path="object"> = "x") AND Y)',
    ],
    ["PARSE JSON a$ + b$", "<PARSE JSON | text=(A$ + B$)>"],
    [
      'GET JSON PATH (PARSE JSON x), "ref"',
      '<GET JSON PATH | object=<PARSE JSON | text=X> | path="ref">',
    ],
    [
      'GET JSON PATH (GET JSON PATH x, "a"), "b"',
      '<GET JSON PATH | object=<GET JSON PATH | object=X | path="a"> | path="b">',
    ],
    [
      'GET JSON PATH (GET JSON PATH x, "a").y & "z", "b"',
      '<GET JSON PATH | object=(<GET JSON PATH | object=X | path="a">.y & "z") | path="b">',
    ],
    ['GET JSON PATH(o, "a")', '<GET JSON PATH | object=O | path="a">'],
    ["GET REQUEST BODY", "<GET REQUEST BODY>"],
    ['LLM "a" + b', '<LLM | prompt=("a" + B)>'],
    ['LLM("a") + b', '(<LLM | prompt="a"> + B)'],
    ["llm", "LLM"],
    ["LLM = 1", "(LLM = 1)"],
    ["GET", "GET"],
  ])("%s", (text, tree) => {
    expect(read(text)).toBe(tree);
  });
});

test("an escape that means nothing stays as written, and that is told", () => {
  const { tree, problems } = parseSource('x = "\\q${y}\\d"');
  expect(tree).toEqual(["X := `\\q{Y}\\d`"]);
  expect(problems.map((problem) => problem.slice(0, 11))).toEqual(["1:6 GB1011 ", "1:12 GB1011"]);
});
