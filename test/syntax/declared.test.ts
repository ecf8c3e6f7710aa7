import { describe, expect, test } from "vitest";
import { treeOf } from "./parse-source.ts";

describe("PARAM and DESCRIPTION, in all their ways", () => {
  test.each([
    [
      'PARAM name AS STRING LIKE "Ana" DESCRIPTION "Who" REQUIRED',
      'param NAME as STRING like "Ana" "Who" required',
    ],
    ['PARAM n AS INTEGER DEFAULT -3 DESCRIPTION "d"', 'param N as INTEGER "d" default -3 optional'],
    ["param a, b, c", "param A, B, C required"],
    [
      "PARAM phone AS PHONE LIKE (11) 99-9 OPTIONAL",
      'param PHONE as PHONE like "(11) 99-9" optional',
    ],
    ["PARAM m AS EMAIL LIKE joao@example.com", 'param M as EMAIL like "joao@example.com" required'],
    ["PARAM t AS STRING LIKE 10:30", 'param T as STRING like "10:30" required'],
    ['PARAM u AS "celsius", "fahrenheit"', "param U of celsius/fahrenheit required"],
    [
      'PARAM k AS STRING ENUM ["a", "b"] DEFAULT "a"',
      'param K as STRING of a/b default "a" optional',
    ],
    ["PARAM d AS DATE DEFAULT NOW() OPTIONAL", "param D as DATE default NOW() optional"],
    ["PARAM next AS STRING", "param NEXT as STRING required"],
    ['DESCRIPTION "What it does"', 'description "What it does"'],
    [
      "DESCRIPTION Returns the customer's price (in R$",
      `description "Returns the customer's price (in R$"`,
    ],
    ["description = 1", "DESCRIPTION := 1"],
    ["IF a AND\ndescription CONTAINS b THEN\nEND IF", "if (A AND (DESCRIPTION CONTAINS B)) {  }"],
    ["param = 1 : x = param", "PARAM := 1; X := PARAM"],
  ])("%s", (text, tree) => {
    expect(treeOf(text).join("; ")).toBe(tree);
  });
});

describe("TABLE", () => {
  test.each([
    [
      `TABLE Orders ON sales
  Id number key
  ' a comment
  Name VARCHAR(50) UNIQUE NOT NULL DEFAULT 'x',
  "Total" double(10,2)

  UNIQUE(a, b)
  READ BY "admin"
END TABLE
y = 2`,
      [
        `table Orders ON sales | Id: number key | ' a comment | Name: VARCHAR(50) UNIQUE NOT NULL DEFAULT 'x' | Total: double(10,2) | UNIQUE(a, b) | READ BY "admin"`,
        "Y := 2",
      ],
    ],
    ["BEGIN TABLE t\n  FIELD a string references b\nEND TABLE", ["table t a: string references b"]],
    ['TABLE "my t"\nEND TABLE', ["table my t "]],
    ["table = 1\nPRINT table", ["TABLE := 1", "<PRINT | items=TABLE>"]],
  ])("%j", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});
