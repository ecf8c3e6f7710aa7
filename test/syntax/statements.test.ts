import { describe, expect, test } from "vitest";
import { treeOf } from "./parse-source.ts";

describe("assignments and calls", () => {
  test.each([
    ["LET x$ = 1", ["X$ := 1"]],
    ["SET o.f = e", ["O.f := E"]],
    ["a[0].b = 1", ["A[0].b := 1"]],
    ["a(0) = 1", ["A(0) := 1"]],
    ["a(0).b = 1", ["A(0).b := 1"]],
    ["log = 5", ["LOG := 5"]],
    ["next = 1 : if = 2", ["NEXT := 1", "IF := 2"]],
    ["x = a = b", ["X := (A = B)"]],
    ["list.push(1);", ["call LIST.push(1)"]],
    ["f(1, 2)", ["call F(1, 2)"]],
    ["CALL f(1)", ["call F(1)"]],
    ["CALL SEND IT a$, 2", ["call SEND IT(A$, 2)"]],
    ["DIM a(4), b$, c(1, 2)", ["dim A(4), B$(), C(1, 2)"]],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

describe("IF", () => {
  test.each([
    [
      "IF a THEN\nx = 1\nELSE IF b THEN\nx = 2\nELSEIF c THEN\nELSE\nx = 3\nENDIF",
      "if A { X := 1 } if B { X := 2 } if C {  } else { X := 3 }",
    ],
    ["IF a THEN x = 1", "if A { X := 1 }"],
    ["IF a THEN x = 1 : y = 2 ELSE x = 3", "if A { X := 1; Y := 2 } else { X := 3 }"],
    [
      "IF a THEN x = 1 ELSE IF b THEN x = 2 ELSE x = 3",
      "if A { X := 1 } if B { X := 2 } else { X := 3 }",
    ],
    ['IF a = "" THEN x = 1 END IF', 'if (A = "") { X := 1 }'],
    ["IF a THEN RETURN 5", "if A { return 5 }"],
    ["IF a THEN IF b THEN x = 1", "if A { if B { X := 1 } }"],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual([tree]);
  });
});

describe("loops", () => {
  test.each([
    ["FOR i = 1 TO n STEP -1\nNEXT i", "for I = 1 to N step -1 {  }"],
    ["FOR i = 1 TO 3\nEXIT FOR\nEND FOR", "for I = 1 to 3 { exit for }"],
    ["FOR i = 1 TO 3 : PRINT i : NEXT", "for I = 1 to 3 { <PRINT | items=I> }"],
    ["FOR EACH x IN a.b\nCONTINUE\nNEXT x", "each X in A.b { continue }"],
    ["FOR EACH case IN cases\nx = case\nNEXT case", "each CASE in CASES { X := CASE }"],
    ["FOR EACH m IN list LAST 10\nNEXT", "each M in LIST last 10 {  }"],
    ["FOR x IN a DO\nEND FOR", "each X in A {  }"],
    ["WHILE a\nBREAK\nWEND", "while A { exit loop }"],
    ["WHILE a\nEND WHILE", "while A {  }"],
    ["DO WHILE a\nEXIT DO\nLOOP", "do while A { exit do }"],
    ["DO\nLOOP UNTIL a", "do {  } until A"],
    ["DO UNTIL a\nLOOP", "do until A {  }"],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual([tree]);
  });
});

test("SELECT CASE and SWITCH", () => {
  const text = [
    "SELECT CASE x",
    'CASE 1, "b"',
    "y = 1",
    "CASE IS >= 3, IS < 1, is",
    "CASE 5 TO 6",
    "CASE ELSE",
    "y = 2",
    "END SELECT",
    "SWITCH x",
    "CASE 1",
    "DEFAULT",
    "y = 3",
    "END SWITCH",
  ].join("\n");
  expect(treeOf(text)).toEqual([
    'select X case 1, "b" { Y := 1 } case is >= 3, is < 1, IS {  } case 5 to 6 {  } else { Y := 2 }',
    "select X case 1 {  } else { Y := 3 }",
  ]);
});

describe("lines", () => {
  test.each([
    ["x = 1 ' note", ["X := 1"]],
    ["REM note\nx = 1", ["X := 1"]],
    ["REMEMBER = 1", ["REMEMBER := 1"]],
    ["// note\n# note\nx = 1", ["X := 1"]],
    ["x = [1, ' one\n 2]", ["X := [1, 2]"]],
    ["x = 1 +\n 2", ["X := (1 + 2)"]],
    ["x = a AND\n b", ["X := (A AND B)"]],
    ["x = 1 _\n + 2", ["X := (1 + 2)"]],
    ["x = {\n a: 1,\n b: 2\n}", ["X := {a: 1, b: 2}"]],
    ['x = "a\nb"', ['X := "a\\nb"']],
    ["x = '\nquery\n'", ['X := "\\nquery\\n"']],
    ["\r\nx = 1\r\ny = 2\r\n", ["X := 1", "Y := 2"]],
    [
      'SEND MAIL TO a\n  WITH SUBJECT "s"\n  AND BODY "b"\nx = 1',
      ['<SEND MAIL | to=A | subject="s" | body="b">', "X := 1"],
    ],
    ["END", ["exit run"]],
    ["EXIT", ["exit run"]],
    ["", []],
  ])("%j", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

test("a sign that touches its value belongs to it", () => {
  expect(treeOf('SEND MAIL TO -x SUBJECT "s"\nSEND MAIL to - x, "s", "b"')).toEqual([
    '<SEND MAIL | to=(- X) | subject="s">',
    '<SEND MAIL | to=(TO - X) | subject="s" | body="b">',
  ]);
});

describe("phrases with clauses", () => {
  test.each([
    [
      "SEND MAIL TO (a AND b) WITH SUBJECT MESSAGE AND BODY BODY",
      "<SEND MAIL | to=(A AND B) | subject=MESSAGE | body=BODY>",
    ],
    [
      "SEND MAIL TO a WITH SUBJECT b AND c AND BODY d",
      "<SEND MAIL | to=A | subject=(B AND C) | body=D>",
    ],
    ["SEND MAIL TO x BODY b SUBJECT s", "<SEND MAIL | to=X | body=B | subject=S>"],
    ["SEND MAIL to, subject, body", "<SEND MAIL | to=TO | subject=SUBJECT | body=BODY>"],
    ["SEND WHATSAPP TO FROM$ WITH RESPONSE$", "<SEND WHATSAPP | to=FROM$ | text=RESPONSE$>"],
    ["LOG LOG", "<LOG | message=LOG>"],
    ["PRINT a, b + 1", "<PRINT | items=A, (B + 1)>"],
    ["PRINT (1 + 2) * 3", "<PRINT | items=((1 + 2) * 3)>"],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual([tree]);
  });
});
