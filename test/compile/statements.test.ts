import { describe, expect, test } from "vitest";
import { output } from "./run-script.ts";

interface Case {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

const LOOPS: readonly Case[] = [
  { name: "FOR", source: "FOR i = 1 TO 3\nPRINT i\nNEXT\nPRINT i", expected: "1|2|3|4" },
  { name: "FOR STEP", source: "FOR i = 1 TO 6 STEP 2\nPRINT i\nNEXT i", expected: "1|3|5" },
  { name: "FOR STEP -1", source: "FOR i = 3 TO 1 STEP -1\nPRINT i\nNEXT", expected: "3|2|1" },
  { name: "FOR that never runs", source: "FOR i = 3 TO 1\nPRINT i\nNEXT\nPRINT i", expected: "3" },
  { name: "STEP 0", source: "FOR i = 1 TO 3 STEP 0\nNEXT", expected: "GB3111 1:21" },
  {
    name: "bounds are evaluated once, in order",
    source: `FUNCTION n(x)\nPRINT x\nRETURN x\nEND FUNCTION
FOR i = n(1) TO n(2) STEP n(1)\nNEXT`,
    expected: "1|2|1",
  },
  {
    name: "the body may set the variable",
    source: 'FOR i = 1 TO 9\nPRINT i\ni = i + 3\nNEXT\nFOR i = 1 TO 2\ni = "x"\nNEXT',
    expected: "1|5|9|GB3001 5:5",
  },
  { name: "FOR i%", source: 'FOR i% = "1" TO "2"\nPRINT i%\nNEXT', expected: "1|2" },
  { name: "bad bound", source: 'FOR i = 1 TO "x"\nNEXT', expected: "GB3001 1:14" },
  {
    name: "FOR EACH over a list that changes",
    source: "l = [1, 2]\nFOR EACH x IN l\nl.push(x)\nPRINT x\nNEXT x\nPRINT l",
    expected: "1|2|[1,2,1,2]",
  },
  {
    name: "FOR EACH over an object",
    source: 'FOR EACH x IN { "a": 1, "b": 2 }\nPRINT x\nNEXT',
    expected: "1|2",
  },
  { name: "FOR EACH over null", source: "FOR EACH x IN NULL\nPRINT x\nNEXT", expected: "" },
  { name: "FOR EACH over a text", source: 'FOR EACH x IN "ab"\nNEXT', expected: "GB3112 1:15" },
  {
    name: "FOR EACH LAST",
    source: "FOR EACH x IN [1, 2, 3] LAST 2\nPRINT x\nNEXT",
    expected: "2|3",
  },
  {
    name: "FOR EACH LAST more than there are, and none",
    source: "FOR EACH x IN [1] LAST 5\nPRINT x\nNEXT\nFOR EACH x IN [1] LAST 0\nPRINT x\nNEXT",
    expected: "1",
  },
  { name: "FOR EACH x$", source: "FOR EACH x$ IN [1]\nPRINT x$ + 1\nNEXT", expected: "11" },
  { name: "WHILE", source: "i = 0\nWHILE i < 2\ni = i + 1\nPRINT i\nWEND", expected: "1|2" },
  { name: "DO WHILE", source: "i = 0\nDO WHILE i < 2\ni = i + 1\nLOOP\nPRINT i", expected: "2" },
  { name: "DO UNTIL", source: "i = 0\nDO UNTIL i = 2\ni = i + 1\nLOOP\nPRINT i", expected: "2" },
  { name: "LOOP WHILE", source: "i = 9\nDO\ni = i + 1\nLOOP WHILE i < 2\nPRINT i", expected: "10" },
  { name: "LOOP UNTIL", source: "i = 0\nDO\ni = i + 1\nLOOP UNTIL i = 2\nPRINT i", expected: "2" },
  {
    name: "both tests",
    source: "i = 0\nDO WHILE i < 5\ni = i + 1\nLOOP UNTIL i = 2\nPRINT i",
    expected: "2",
  },
];

const LEAVING: readonly Case[] = [
  { name: "EXIT FOR", source: "FOR i = 1 TO 9\nEXIT FOR\nNEXT\nPRINT i", expected: "1" },
  {
    name: "EXIT FOR of FOR EACH",
    source: "FOR EACH x IN [1, 2]\nIF x = 2 THEN EXIT FOR\nPRINT x\nNEXT",
    expected: "1",
  },
  { name: "EXIT WHILE", source: "WHILE TRUE\nEXIT WHILE\nWEND\nPRINT 1", expected: "1" },
  { name: "EXIT DO", source: "DO\nEXIT DO\nLOOP\nPRINT 1", expected: "1" },
  {
    name: "EXIT FOR through a WHILE",
    source: "FOR i = 1 TO 3\nWHILE TRUE\nEXIT FOR\nWEND\nNEXT\nPRINT i",
    expected: "1",
  },
  {
    name: "EXIT WHILE through a FOR and a DO",
    source:
      "n = 0\nWHILE n < 3\nn = n + 1\nDO\nFOR i = 1 TO 3\nEXIT WHILE\nNEXT\nLOOP\nWEND\nPRINT n",
    expected: "1",
  },
  {
    name: "EXIT DO through a FOR EACH",
    source: "DO\nFOR EACH x IN [1]\nEXIT DO\nNEXT\nLOOP\nPRINT 1",
    expected: "1",
  },
  {
    name: "BREAK",
    source: "FOR i = 1 TO 3\nWHILE TRUE\nBREAK\nWEND\nNEXT\nPRINT i",
    expected: "4",
  },
  {
    name: "CONTINUE",
    source: "FOR i = 1 TO 3\nIF i = 2 THEN CONTINUE\nPRINT i\nNEXT",
    expected: "1|3",
  },
  {
    name: "CONTINUE tests the end of the loop",
    source: "i = 0\nDO\ni = i + 1\nCONTINUE\nLOOP UNTIL i = 2\nPRINT i",
    expected: "2",
  },
  {
    name: "EXIT SELECT",
    source: "SELECT CASE 1\nCASE 1\nEXIT SELECT\nPRINT 0\nEND SELECT\nPRINT 1",
    expected: "1",
  },
  {
    name: "BREAK in a CASE leaves the loop",
    source: "FOR i = 1 TO 3\nSELECT CASE i\nCASE 2\nBREAK\nEND SELECT\nNEXT\nPRINT i",
    expected: "2",
  },
  { name: "EXIT", source: "PRINT 1\nEXIT\nPRINT 2", expected: "1" },
  {
    name: "EXIT inside calls inside expressions",
    source:
      "FUNCTION f(x)\nIF x = 0 THEN EXIT\nRETURN f(x - 1)\nEND FUNCTION\nPRINT 1\nPRINT f(3) + 1\nPRINT 2",
    expected: "1",
  },
  {
    name: "EXIT SUB",
    source: "SUB s()\nFOR i = 1 TO 3\nPRINT i\nEXIT SUB\nNEXT\nEND SUB\ns()\nPRINT 9",
    expected: "1|9",
  },
  { name: "RETURN at the top level", source: "PRINT 1\nRETURN 5\nPRINT 2", expected: "1" },
];

const CHOICES: readonly Case[] = [
  { name: "IF", source: "IF 1 THEN\nPRINT 1\nEND IF\nIF 0 THEN\nPRINT 2\nEND IF", expected: "1" },
  { name: "IF on one line", source: "IF 0 THEN PRINT 1 ELSE PRINT 2", expected: "2" },
  {
    name: "ELSEIF",
    source:
      "FOR i = 1 TO 4\nIF i = 1 THEN\nPRINT 1\nELSEIF i = 2 THEN\nPRINT 2\nELSE IF i = 3 THEN\nPRINT 3\nELSE\nPRINT 4\nEND IF\nNEXT",
    expected: "1|2|3|4",
  },
  {
    name: "truth of values",
    source:
      'FOR EACH v IN [NULL, FALSE, 0, "", [], {}, TRUE, 1, "0", [0], { "a": 0 }]\nIF v THEN PRINT v\nNEXT',
    expected: 'true|1|0|[0]|{"a":0}',
  },
  {
    name: "SELECT CASE with lists, ranges, comparisons",
    source:
      'FOR i = 1 TO 7\nSELECT CASE i\nCASE 1, 2\nPRINT "a"\nCASE 3 TO 4\nPRINT "b"\nCASE IS > 6\nPRINT "c"\nCASE ELSE\nPRINT "d"\nEND SELECT\nNEXT',
    expected: "a|a|b|b|d|d|c",
  },
  {
    name: "SWITCH",
    source: 'SWITCH "b"\nCASE "a", "b"\nPRINT 1\nCASE "b"\nPRINT 2\nDEFAULT\nPRINT 3\nEND SWITCH',
    expected: "1",
  },
  {
    name: "the subject is evaluated once",
    source:
      "FUNCTION f()\nPRINT 0\nRETURN 3\nEND FUNCTION\nSELECT CASE f()\nCASE 1\nCASE 2\nCASE 3\nPRINT 3\nEND SELECT",
    expected: "0|3",
  },
];

const ASSIGNMENTS: readonly Case[] = [
  {
    name: "sigils convert",
    source: 'a$ = 5\nb% = "2.6"\nc! = "1.5"\nd# = TRUE\nPRINT [a$, b%, c!, d#]',
    expected: '["5",3,1.5,1]',
  },
  { name: "A$ and A differ", source: 'a$ = "t"\na = 1\nPRINT [A$, A]', expected: '["t",1]' },
  { name: "a sigil that refuses", source: 'n = 1\nx% = "y"', expected: "GB3001 2:6" },
  {
    name: "members and items",
    source: 'o = {}\no.a = 1\no["b"] = [1]\no.b[1] = 2\no.b[0] = o.a + 8\nPRINT o',
    expected: '{"a":1,"b":[9,2]}',
  },
  { name: "a member of null", source: "o = NULL\no.a = 1", expected: "GB3010 2:1" },
  {
    name: "DIM",
    source: "DIM a(2), s$(1), n%(1), x, t$\na(1) = 5\nPRINT [a, s$, n%, x, t$]",
    expected: '[[null,5,null],["",""],[0,0],null,""]',
  },
  {
    name: "DIM in two dimensions",
    source: "DIM m%(1, 2)\nm%(1, 2) = 7\nPRINT m%\nPRINT m%(1, 2) + m%(0, 0)",
    expected: "[[0,0,0],[0,0,7]]|7",
  },
  {
    name: "DIM with types, which are passed over",
    source: "DIM a(1) AS INTEGER, x AS STRING\na(1) = 5\nx = 2\nPRINT [a, x]",
    expected: "[[null,5],2]",
  },
  { name: "a bad bound", source: "DIM a(-1)", expected: "GB3113 1:7" },
  { name: "elements without DIM", source: "r = [{ t: 4 }]\nPRINT r(0).t", expected: "4" },
  {
    name: "the target is evaluated before the value",
    source:
      "FUNCTION n(x)\nPRINT x\nRETURN x\nEND FUNCTION\nl = [0, 0]\nl[n(1)] = n(2)\nl[n(0)] = LATER n(3)",
    expected: "1|2|0|3",
  },
  { name: "lists are shared", source: "a = [1]\nb = a\nb[0] = 2\nPRINT a", expected: "[2]" },
];

const CALLS: readonly Case[] = [
  {
    name: "functions with sigils",
    source: "FUNCTION t$(x)\nRETURN x\nEND FUNCTION\nPRINT [t$(5), t(6)]",
    expected: '["5","6"]',
  },
  {
    name: "a result by the own name",
    source: "FUNCTION f(x)\nf = x\nIF x > 1 THEN f = f * 10\nEND FUNCTION\nPRINT f(1) + f(2)",
    expected: "21",
  },
  {
    name: "the own name with a sigil",
    source:
      "FUNCTION f$(x)\nf$ = x\nEND FUNCTION\nFUNCTION g$()\ng = 7\nEND FUNCTION\nPRINT [f$(1), g$()]",
    expected: '["1","7"]',
  },
  { name: "no result", source: "FUNCTION f()\nEND FUNCTION\nPRINT f() IS NULL", expected: "true" },
  {
    name: "parameters convert",
    source: 'SUB s(a$, b%)\nPRINT [a$, b%]\nEND SUB\ns(1, "2")',
    expected: '["1",2]',
  },
  {
    name: "missing arguments are null",
    source: "SUB s(a, b)\nPRINT [a, b]\nEND SUB\ns(1)",
    expected: "[1,null]",
  },
  {
    name: "several words",
    source:
      'SUB SEND NOTE TO WHO$, TEXT$\nPRINT WHO$ + ":" + TEXT$\nEND SUB\nSEND NOTE TO "ana", "hi"\nCALL SEND NOTE("bob", "yo")',
    expected: "ana:hi|bob:yo",
  },
  {
    name: "locals and globals",
    source: "g = 1\nSUB s()\nPRINT g\ng = 2\nl = 3\nEND SUB\ns()\nPRINT g\nPRINT l IS NULL",
    expected: "1|2|true",
  },
  {
    name: "each call has its own locals",
    source: "FUNCTION f(n)\nx = n\nIF n > 0 THEN y = f(n - 1)\nRETURN x\nEND FUNCTION\nPRINT f(3)",
    expected: "3",
  },
  {
    name: "a function without arguments by its name",
    source: "FUNCTION answer()\nRETURN 42\nEND FUNCTION\nPRINT answer",
    expected: "42",
  },
  {
    name: "a SUB gives null",
    source: "SUB s()\nRETURN 5\nEND SUB\nPRINT s() IS NULL",
    expected: "true",
  },
  {
    name: "slots in order, with their place",
    source: '\nSHOW ALL 5, "2" WITH 1, "x"\nSHOW one NULL',
    expected: '["ALL","5",2,[1,"x"],"test.bas",2]|["ONE","",null,null,"test.bas",3]',
  },
  { name: "a slot that refuses", source: 'SHOW ALL "x", "y"', expected: "GB3001 1:15" },
  { name: "a value nobody asks for", source: "LATER 1\nPRINT 2", expected: "2" },
  { name: "methods", source: "l = [1]\nl.push(2)\nPRINT l", expected: "[1,2]" },
];

describe.each([
  ["loops", LOOPS],
  ["leaving", LEAVING],
  ["choices", CHOICES],
  ["assignments", ASSIGNMENTS],
  ["calls", CALLS],
])("%s", (_, cases) => {
  test.each(cases)("$name", async ({ source, expected }) => {
    expect(await output(source)).toBe(expected);
  });
});

/** Outermost loops give turns to others and so always wait; what they call does not. */
test.each([...LOOPS, ...LEAVING, ...CHOICES].filter(({ source }) => !/FUNCTION|SUB/.test(source)))(
  "called from a loop: $name",
  async ({ source, expected }) => {
    const lineLater = expected.replace(/ (\d+):/, (_, line) => ` ${String(Number(line) + 1)}:`);
    expect(await output(`SUB body()\n${source}\nEND SUB\nFOR once = 1 TO 1\nbody()\nNEXT`)).toBe(
      lineLater,
    );
  },
);

/** Each loop and call once more with a wait in every place where one can stand. */
test.each<Case>([
  {
    name: "FOR",
    source: "FOR i = LATER 1 TO LATER 3 STEP LATER 2\nPRINT LATER i\nNEXT",
    expected: "1|3",
  },
  {
    name: "FOR EACH",
    source:
      "FOR EACH x IN LATER [1, 2, 3] LAST LATER 2\nIF LATER (x = 3) THEN BREAK\nPRINT x\nNEXT",
    expected: "2",
  },
  {
    name: "WHILE",
    source: "i = 0\nWHILE (LATER i) < 2\ni = LATER (i + 1)\nIF i = 1 THEN CONTINUE\nPRINT i\nWEND",
    expected: "2",
  },
  {
    name: "DO",
    source: "i = 0\nDO\ni = i + 1\nLOOP UNTIL LATER (i = 3)\nPRINT i",
    expected: "3",
  },
  {
    name: "SELECT",
    source: "SELECT CASE LATER 5\nCASE LATER 1 TO LATER 6\nPRINT LATER 1\nEND SELECT",
    expected: "1",
  },
  {
    name: "recursion",
    source:
      "FUNCTION f(n)\nIF n < 2 THEN RETURN LATER n\nRETURN f(n - 1) + f(n - 2)\nEND FUNCTION\nPRINT f(10)",
    expected: "55",
  },
  {
    name: "logic",
    source: 'PRINT (LATER 0) AND 1\nPRINT (LATER 0) OR LATER 2\nPRINT LATER 1 ? LATER "y" : "n"',
    expected: "0|2|y",
  },
  {
    name: "methods and functions",
    source: 'l = [1]\nl.push(LATER 2)\nPRINT LEN(LATER "abc") + l.length\nPRINT l[LATER 1]',
    expected: "5|2",
  },
  {
    name: "errors",
    source: "x = LATER 1\nPRINT x / (LATER 0)",
    expected: "GB3002 2:9",
  },
])("waiting: $name", async ({ source, expected }) => {
  expect(await output(source)).toBe(expected);
});

test.each([
  ['o = { "a": [5, 6] }\nPRINT (o).a', "[5,6]"],
  ['o = { "a": [5, 6] }\nPRINT (o.a)[1] + 1', "7"],
  ["PRINT (1) = (2)", "false"],
  ["PRINT !TRUE", "false"],
  ["DIM b(1)\nb(0) = 4\nPRINT b(0)", "4"],
])("%j prints a value that begins with a sign or a bracket", async (source, expected) => {
  expect(await output(source)).toBe(expected);
});

test.each([
  ['x = {\n"a": 1,\nb: [1,\n2],\n"c": LEN(\n"abc"\n)\n}\nPRINT x', '{"a":1,"b":[1,2],"c":3}'],
  ["PRINT (1\n+ 2)", "3"],
  ["PRINT MAX(1, 2\n, 3)", "3"],
  ['IF (1 = 1\nAND NOT 2 = 3) THEN PRINT "ok"', "ok"],
  ["y = 2\nPRINT [1\n,\ny\n]", "[1,2]"],
])("%j goes on over lines inside brackets", async (source, expected) => {
  expect(await output(source)).toBe(expected);
});
