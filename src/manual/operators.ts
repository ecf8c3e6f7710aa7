import type { StructureHelp } from "./structure.ts";

/** The operators and the words that stand for values, in the order of the manual. */
export const operatorHelp: readonly StructureHelp[] = [
  {
    titles: ["OPERATORS", "+", "-", "*", "/", "\\", "^", "&"],
    forms: ["<value> + <value>", "<value> & <value>", "<number> * <number>"],
    summary:
      "+ adds, or joins where either side is text; & always joins. -, *, /, \\ (divides and drops the fraction) and ^ (power) need numbers. Tightest first: ^, sign, * /, \\, MOD, + -, &, comparisons, NOT, AND, OR, XOR, ??.",
    example: `PRINT 1 + 2 * 3, 7 \\ 2, 2 ^ 3\nPRINT "item " + 1, 1 & 2`,
    output: `7 3 8\nitem 1 12`,
    raises: ["GB3001", "GB3002"],
  },
  {
    titles: ["MOD", "%"],
    forms: ["<number> MOD <number>"],
    summary: "Gives the remainder of a division. Its sign is that of the left side.",
    example: `PRINT 7 MOD 3, -7 MOD 3`,
    output: `1 -1`,
    raises: ["GB3001", "GB3002"],
  },
  {
    titles: ["COMPARISONS", "=", "==", "===", "<>", "!=", "!==", "<", "<=", "=<", ">", ">=", "=>"],
    forms: ["<value> = <value>", "<value> <> <value>", "<value> <= <value>"],
    summary:
      "Compares a number and a text that holds one as numbers, lists and objects by what they hold, all else as text. NULL equals an empty text.",
    example: `PRINT 9 < "10", "a" = "A", "a" <> "b", NULL = ""`,
    output: `true false true true`,
  },
  {
    titles: ["LIKE", "NOT LIKE"],
    forms: ["<text> [NOT] LIKE <pattern>"],
    summary:
      "Tells whether a text fits a pattern, without looking at case: * or % stands for any characters, ? or _ for one, # for a digit, [a-z] for one of a set.",
    example: `PRINT "Ana" LIKE "a*", "A17" LIKE "A##"`,
    output: `true true`,
  },
  {
    titles: ["IN", "NOT IN"],
    forms: ["<value> [NOT] IN <list>"],
    summary: "Tells whether a list holds a value.",
    example: `PRINT 2 IN [1, 2], 3 NOT IN (1, 2)`,
    output: `true true`,
  },
  {
    titles: ["CONTAINS", "NOT CONTAINS", "STARTS WITH", "ENDS WITH"],
    forms: [
      "<text> [NOT] CONTAINS <part>",
      "<text> [NOT] STARTS WITH <part>",
      "<text> [NOT] ENDS WITH <part>",
    ],
    summary: "Tells whether a text holds another one, begins with it or ends with it.",
    example: `PRINT "hello" CONTAINS "ell", "hello" STARTS WITH "he", "hello" ENDS WITH "he"`,
    output: `true true false`,
  },
  {
    titles: ["IS NULL", "IS NOT NULL", "IS"],
    forms: ["<value> IS [NOT] NULL"],
    summary: "Tells whether there is no value.",
    example: `LET ORDER = { "id": 7 }\nPRINT ORDER.id IS NULL, ORDER.name IS NULL`,
    output: `false true`,
  },
  {
    titles: ["AND", "OR", "NOT", "XOR", "&&", "||", "!"],
    forms: [
      "<condition> AND <condition>",
      "<condition> OR <condition>",
      "NOT <condition>",
      "<condition> XOR <condition>",
    ],
    summary:
      "Joins conditions; AND and OR look no further than needed. OR gives the first side that counts as true, so that it serves for what is missing.",
    example: `LET NAME$ = ""\nPRINT 1 < 2 AND NOT 2 < 1, TRUE XOR TRUE\nPRINT NAME$ OR "nobody"`,
    output: `true false\nnobody`,
  },
  {
    titles: ["CHOICES", "??", "?", "?:"],
    forms: ["<value> ?? <value>", "<condition> ? <value> : <value>"],
    summary:
      "?? gives the left side, or the right one where the left is null. ? and : choose one of two values.",
    example: `LET AGE = 20\nPRINT NULL ?? "none", AGE >= 18 ? "adult" : "child"`,
    output: `none adult`,
  },
  {
    titles: ["TRUE", "FALSE", "NULL"],
    forms: ["TRUE", "FALSE", "NULL"],
    summary:
      "The two truth values, and what stands for no value. Null, false, 0, an empty text, an empty list and an empty object count as false.",
    example: `IF "" OR 0 OR NULL OR [] THEN PRINT "never"\nPRINT TRUE, FALSE, NULL`,
    output: `true false`,
  },
];
