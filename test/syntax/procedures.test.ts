import { describe, expect, test } from "vitest";
import { parseSource, treeOf } from "./parse-source.ts";

describe("headers", () => {
  test.each([
    ["SUB F(a, b$)\nEND SUB", "sub F(A, B$) {  }"],
    ["SUB F(a AS STRING, b AS NUMBER)\nEND SUB", "sub F(A, B) {  }"],
    ["SUB F\nEND SUB", "sub F() {  }"],
    ["SUB F T$ : x = T$ : END SUB", "sub F(T$) { X := T$ }"],
    ["FUNCTION F(n) : RETURN n : END FUNCTION", "function F(N) { return N }"],
    ["SUB ADD A, B\nEND SUB", "sub ADD(A, B) {  }"],
    [
      "SUB PROCESS WHATSAPP MESSAGE FROM$, BODY$, ID$\nEND SUB",
      "sub PROCESS WHATSAPP MESSAGE(FROM$, BODY$, ID$) {  }",
    ],
    ["SUB SEND HELP MENU TO NUMBER$\nEND SUB", "sub SEND HELP MENU(NUMBER$) {  }"],
    [
      "SUB SEND WHATSAPP WITH RATE LIMIT TO NUMBER$, MESSAGE$\nEND SUB",
      "sub SEND WHATSAPP WITH RATE LIMIT(NUMBER$, MESSAGE$) {  }",
    ],
    ["FUNCTION GET TEXT$ KEY$, LANG$\nEND FUNCTION", "function GET TEXT$(KEY$, LANG$) {  }"],
    ["FUNCTION GENERATE RESPONSE TEXT$\nEND FUNCTION", "function GENERATE RESPONSE(TEXT$) {  }"],
    ["FUNCTION GET SYSTEM UPTIME$()\nEND FUNCTION", "function GET SYSTEM UPTIME$() {  }"],
    ["FUNCTION CHECK AVAILABILITY\nEND FUNCTION", "function CHECK AVAILABILITY() {  }"],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual([tree]);
  });
});

describe("calls of the user's procedures", () => {
  const headers = [
    "SUB SEND HELP MENU TO NUMBER$\nEND SUB",
    "SUB PROCESS MESSAGE SENDER$, MESSAGE$\nEND SUB",
    "FUNCTION GET TEXT$ KEY$, LANG$\nEND FUNCTION",
    "FUNCTION GENERATE RESPONSE TEXT$\nEND FUNCTION",
    "FUNCTION UPTIME$()\nEND FUNCTION",
    "FUNCTION FIB(n)\nFIB = FIB(n - 1)\nEND FUNCTION",
  ].join("\n");
  test.each([
    ["SEND HELP MENU TO SENDER$", "call «SEND HELP MENU»(SENDER$)"],
    ["SEND HELP MENU(x)", "call «SEND HELP MENU»(X)"],
    ["PROCESS MESSAGE a, b", "call «PROCESS MESSAGE»(A, B)"],
    ["PROCESS MESSAGE MESSAGE$ IN LANG$", "call «PROCESS MESSAGE»(MESSAGE$, LANG$)"],
    [
      'PROCESS MESSAGE (GET JSON PATH o, "a"), b',
      'call «PROCESS MESSAGE»(<GET JSON PATH | object=O | path="a">, B)',
    ],
    ["SPAWN PROCESS MESSAGE a, b", "spawn «PROCESS MESSAGE»(A, B)"],
    ["SPAWN PROCES MESSAGE a$, b$", "spawn PROCES MESSAGE(A$, B$)"],
    ["CALL PROCESS MESSAGE(a, b)", "call «PROCESS MESSAGE»(A, B)"],
    ['x = GET TEXT "k" IN LANG$', 'X := «GET TEXT»("k", LANG$)'],
    ['x = GET TEXT$("k", l) + 1', 'X := («GET TEXT»("k", L) + 1)'],
    [
      'SEND WHATSAPP TO s WITH GET TEXT "k" IN l',
      '<SEND WHATSAPP | to=S | text=«GET TEXT»("k", L)>',
    ],
    ["LET R$ = GENERATE RESPONSE BODY$", "R$ := «GENERATE RESPONSE»(BODY$)"],
    ["x = UPTIME$() + UPTIME$", "X := (UPTIME$() + «UPTIME»())"],
    ["x = CALL FIB(3)", "X := «FIB»(3)"],
  ])("%s", (text, tree) => {
    expect(treeOf(`${text}\n${headers}`)[0]).toBe(tree);
  });

  test("a function's own name is a variable inside it", () => {
    expect(treeOf(headers)).toContain("function FIB(N) { FIB := FIB((N - 1)) }");
  });

  test("without an own function the phrase of the registry is called", () => {
    expect(treeOf("R$ = GENERATE RESPONSE BODY$")).toEqual([
      "R$ := <GENERATE RESPONSE | prompt=BODY$>",
    ]);
  });
});

test("handlers hold their block, procedures may stand below", () => {
  const { tree, problems } = parseSource(
    'ON WEBHOOK POST TO "/a" DO\nSPAWN DO IT x$\nEND ON\nSUB DO IT X$\nEND SUB',
  );
  expect(problems).toEqual([]);
  expect(tree).toEqual([
    'on <ON WEBHOOK | method=POST | path="/a"> { spawn «DO IT»(X$) }',
    "sub DO IT(X$) {  }",
  ]);
});
