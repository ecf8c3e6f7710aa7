import { describe, expect, test } from "vitest";
import { parseSource, treeOf } from "./parse-source.ts";

describe("phrases of General Bots that gbasic lacks are read over", () => {
  test.each([
    ['x = FIND "t" WHERE a = b AND c <> d ORDER BY z DESC LIMIT n', ["X := lacks FIND"]],
    ['x = FIND "t", "a=1"', ["X := lacks FIND"]],
    ['SAVE "t" WITH a AS b, c AS d', ["lacks SAVE"]],
    ['UPDATE "t" SET a = v WHERE id = x', ["lacks UPDATE"]],
    ["x = SELECT SUM(a*b) AS v, * FROM t GROUP BY c", ["X := lacks SELECT"]],
    ['POST TO INSTAGRAM AT DATEADD(d, 1) + " 10:00" image, c', ["lacks POST TO INSTAGRAM"]],
    ["SET SCHEDULE every 1 hour", ["lacks SET SCHEDULE"]],
    ['ADD_TOOL "x" as MCP', ["lacks ADD TOOL"]],
    ['set context "a" = "b"', ["lacks SET CONTEXT"]],
    ["HEAR name", ["lacks HEAR sets NAME"]],
    ['HEAR name AS TEXT WITH "Who?" DEFAULT x', ["lacks HEAR sets NAME"]],
    ['x = HEAR "Who?"', ["X := lacks HEAR"]],
    ['CALL "other.bas", 1', ['lacks CALL "…"']],
    ['x = CALL "/a", b, { c: 1 }', ['X := lacks CALL "…"']],
  ])("%s", (text, tree) => {
    expect(treeOf(`${text}\ny = 2`)).toEqual([...tree, "Y := 2"]);
  });

  test.each([
    ['IF GET BOT MEMORY "k" = "x" THEN y = 1', "if lacks GET BOT MEMORY { Y := 1 }"],
    ['IF a THEN USE KB "x" ELSE CLEAR KB', "if A { lacks USE KB } else { lacks CLEAR KB }"],
    ['x = { a: GET BOT MEMORY "k", b: 2 }', "X := {a: lacks GET BOT MEMORY, b: 2}"],
    ['x = [GET BOT MEMORY "k", 2]', "X := [lacks GET BOT MEMORY, 2]"],
    ['x = F(FIND "t", "a=1")', "X := F(lacks FIND)"],
    ['x = (FIND "t", "a=1")[0]', "X := lacks FIND[0]"],
    ['x = "${GET BOT MEMORY k} b"', "X := `{lacks GET BOT MEMORY} b`"],
    ['x = a ? FIND "b" : c', "X := (A ? lacks FIND : C)"],
    ['FOR EACH r IN FIND "t" DO\nNEXT', "each R in lacks FIND {  }"],
    ["FOR EACH m IN list LAST 3\nNEXT", "each M in LIST last 3 {  }"],
    ["FOR i = list TO tag STEP 2\nNEXT", "for I = LIST to TAG step 2 {  }"],
    ['SEND SMS TO GET BOT MEMORY "k" WITH "a"', '<SEND SMS | to=lacks GET BOT MEMORY | text="a">'],
    ["list = 1 : list.push(2)", "LIST := 1; call LIST.push(2)"],
    ["x = list + filter", "X := (LIST + FILTER)"],
    ['x = SEND MAIL "a", "b", "c"', "X := valueless SEND MAIL"],
  ])("what is around one goes on: %s", (text, tree) => {
    expect(treeOf(text).join("; ")).toBe(tree);
  });

  test("SUBs of the file and statements that are provided win", () => {
    const text = 'SAVE "t", 1\nGET REQUEST BODY\nLOG FIND("a")\nSUB SAVE(a, b)\nEND SUB';
    expect(treeOf(text).slice(0, 3)).toEqual([
      'call «SAVE»("t", 1)',
      "call <GET REQUEST BODY>",
      '<LOG | message=FIND("a")>',
    ]);
  });

  test("they go on where the next line begins with a clause, and after WITH", () => {
    const text =
      'x = SELECT a FROM t\n  JOIN u ON a\n  WHERE b = c\nSAVE "a" WITH\n  b = 1,\n  c = 2\nUPDATE "t" SET\n  a = 1\nWHERE b = 2\nfrom = 1';
    expect(treeOf(text)).toEqual(["X := lacks SELECT", "lacks SAVE", "lacks UPDATE", "FROM := 1"]);
  });
});

describe("words that nobody knows stand for a value where something goes on after them", () => {
  test.each([
    ["IF CHECK STOCK d THEN y = 1", "if unknown CHECK STOCK D { Y := 1 }"],
    ["IF NOT CHECK STOCK THEN y = 1", "if (NOT unknown CHECK STOCK) { Y := 1 }"],
    ["x = F(CHECK STOCK d, 2)", "X := F(unknown CHECK STOCK D, 2)"],
    ["x = [CHECK STOCK d, 2]", "X := [unknown CHECK STOCK D, 2]"],
    ["x = (CHECK STOCK d, 2)", "X := unknown CHECK STOCK D"],
    ['SEND SMS TO CHECK STOCK d WITH "x"', '<SEND SMS | to=unknown CHECK STOCK D | text="x">'],
  ])("%s", (text, tree) => {
    expect(treeOf(text).join("; ")).toBe(tree);
  });
});

describe("blocks that gbasic lacks", () => {
  test.each([
    [
      'ORCHESTRATE WORKFLOW "w"\nSTEP 1: BOT "b" "task"\nSTEP 2: PARALLEL\nBRANCH A: BOT "c"\nEND PARALLEL\nON TIMEOUT: x = 1\nEND ORCHESTRATE',
      "lacks ORCHESTRATE WORKFLOW { lacks STEP; lacks BOT; lacks STEP; lacks PARALLEL { lacks BRANCH; lacks BOT }; lacks ON TIMEOUT; X := 1 }",
    ],
    [
      "SCHEDULE IN 5 SECONDS DO\nSET SCHEDULE x\nEND SCHEDULE",
      "lacks SCHEDULE IN { lacks SET SCHEDULE }",
    ],
    ["ZAP it\nIF a THEN\nx = 1\nEND IF\nEND ZAP", "unknown ZAP IT { if A { X := 1 } }"],
    ['CREATE FORM "f"\nx = 1\nEND FORM', "lacks CREATE FORM { X := 1 }"],
    ["BEGIN FOO\nit's\nEND FOO", "unknown BEGIN FOO"],
    ["WHILE a\nZAP\nx = 1\nEND ZAP\nWEND", "while A { unknown ZAP { X := 1 } }"],
  ])("%j", (text, tree) => {
    expect(treeOf(`${text}\ny = 2`)).toEqual([tree, "Y := 2"]);
  });

  test("handlers that are not served stand apart, and END ON belongs to the nearest of them", () => {
    const text = `ON INSERT OF "a"
ON "b" CALL H
ON EVENT "c" DO
  ON ERROR = 1
  x = 1
END ON
ON FORM SUBMIT "d"
y = 2`;
    expect(treeOf(text.replace("  ON ERROR = 1\n", ""))).toEqual([
      "Y := 2",
      "lacks ON INSERT OF {  }",
      'lacks ON "…" {  }',
      "lacks ON EVENT { X := 1 }",
      "lacks ON FORM SUBMIT {  }",
    ]);
  });
});

test.each([
  ["a very long command", `FOO ${"a, ".repeat(50_000)}b`],
  ["many gaps", `SEND MAIL ${"a USING ".repeat(30_000)}`],
  ["many clauses", `SEND WHATSAPP TO ${"WITH IMAGE ".repeat(30_000)}`],
  ["many openings", "ON a\n".repeat(30_000) + "END ON\n".repeat(15_000)],
  ["nested commands", `x = ${"FIND (".repeat(30_000)}`],
])("%s is read in time", (_what, text) => {
  expect(Array.isArray(parseSource(text).tree)).toBe(true);
});
