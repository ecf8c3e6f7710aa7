import { describe, test } from "vitest";
import { expectHabit, type Habit } from "./habit.ts";

/** What people write who come from Visual Basic and other BASICs. */
const VB: readonly Habit[] = [
  ["X = 1\n}\nPRINT X", ["GB1003 2:1", "nothing opens it; remove it"]],
  [
    "DEF FNA(X) = X * 2\nPRINT FNA(2)",
    ["GB2202 1:1", "write FUNCTION TWICE(N) … RETURN N * 2 … END"],
  ],
  [
    'PRINT LEN "abc"\nX = UCASE "abc"',
    ["GB2211 1:7", 'write LEN("abc")'],
    ["GB2211 2:5", 'write UCASE("abc")'],
  ],
  ["LOCATE 1, 2", ["GB2202 1:1", "there is no screen; remove it"]],
  [
    "Option Explicit\nOption Base 1\nDIM y AS\nDIM z AS Integer\nPRINT y, z",
    ["GB2244 2:1", "count from 0"],
    ["GB1163 3:7", "write one, such as STRING or INTEGER, or leave"],
  ],
  [
    'Property Get Name() As String\n  Name = "x"\nEnd Property',
    ["GB2202 1:1", 'an object holds such fields: ORDER = { "id": 1,'],
  ],
  ['PRINT USING "##.##"; 3.14159', ["GB2201 1:7", 'write PRINT FORMAT(VALUE, "#,##0.00")']],
  ['Dim a(3) As String\na(4) = "x"\nPRINT a(5)'],
  ["Call F 5\nSub F(x)\n  PRINT x\nEnd Sub"],
  ['If 1 = 1 Then: PRINT "a": End If'],
  ['PRINT "a" & 1 & "b" + 2'],
  ["Const PI = 3.14\nPI = 3", ["GB2260 2:1", "give what changes another name, or write LET PI"]],
  [
    "Dim x As Integer = 5\nx = x + 1\nDebug.Print x",
    ["GB2204 3:7", "PRINT answers the request, LOG writes to the log"],
  ],
  ["x = 1\nIf x = 1 Then\n  PRINT 1\nElse If x = 2 Then\n  PRINT 2\nEndIf"],
  [
    'Sub Hello()\n  PRINT "hi"\nEnd Function\nHello',
    ["GB1152 3:1", "write END SUB, which ends the SUB of line 1"],
  ],
  [
    "Sub A()\n  Exit Function\nEnd Sub\nA",
    ["GB2301 2:3", "EXIT SUB ends the SUB; remove it where nothing"],
  ],
  ["For Each x In [1,2]\n  PRINT x\nNext y", ["GB1103 3:6", "write NEXT x"]],
  [
    'PRINT Format(Now, "dd/mm/yyyy"',
    ["GB1006 1:13", " is never closed (put a ) where it should end"],
  ],
  ['PRINT IIf(1 = 1, "a")', ["GB2205 1:7", "write IIF(condition, whenTrue, whenFalse)"]],
  ['If x Is Nothing Then PRINT "none"', ["GB2101 1:4"]],
  ['MsgBox "Hello"', ["GB2202 1:1", "PRINT answers the request, LOG writes to the log"]],
  ["If Not x = 1 Then PRINT 2\nx = 2"],
  ["On Error Goto Handler\nPRINT 1 / 0\nHandler:\nPRINT Err.Description"],
  ["Function F()\n  F = 5\nEnd Function\nPRINT F\nPRINT F()"],
  ["x = 1\nSelect x\n  Case 1: PRINT 1\nEnd Select"],
  [
    'Set o = CreateObject("Scripting.Dictionary")\no.Add "a", 1\nPRINT o',
    ["GB2203 1:9", "write NEW OBJECT for an object without fields;"],
  ],
  ['PRINT Mid$("abc")', ["GB2205 1:7", "write MID$(text, start, count)"]],
  ["x = 1\nIf x = 1\n  PRINT 1\nEnd If"],
  ['Throw New Exception("bad")'],
  ['Let d As String = "a"\nLet e As Integer, f = 2\nPRINT d, e, f'],
  ["Try\n  PRINT 1 / 0\nCatch ex As Exception\n  PRINT ex.Message\nEnd Try"],
  [
    "x = 1\nDo Until x > 3\n  x = x + 1\nWend",
    ["GB1152 4:1", "write LOOP, which ends the DO of line 2"],
  ],
  [
    "x = 1\nWhile x < 3\n  x = x + 1\nEnd While\nLoop",
    ["GB1102 5:1", "remove it, or write the DO it belongs to"],
  ],
  [
    "With order\n  .total = 5\nPRINT order.total",
    ["GB1101 1:1", "put END WITH before the end of the file"],
  ],
];

/** What people write who come from JavaScript. */
const JS: readonly Habit[] = [
  [
    'x = " a "\nPRINT x.trim, "|"\nPRINT [1,2].length, x.length\nl = [1,2]\nPRINT l.pop, l.first\ny = x.toUpperCase\nPRINT y',
    ["GB2515 2:9", "write .trim() with brackets"],
    ["GB2515 5:9", "write .pop() with brackets"],
    ["GB2515 5:16", "write .first() with brackets"],
    ["GB2515 6:7", "write .toUpperCase() with brackets"],
  ],
  [
    'if (1 == 1 && 2 == 2 || !false) PRINT "ok"',
    ["GB1003 1:33", "write THEN between the condition and what is"],
  ],
  ["x = 1\nx == 2\nPRINT x", ["GB2516 2:3", "write x = … to set it, or IF x == … THEN"]],
  [
    "PRINT 'Hello\nPRINT  'Hello\nPRINT ' an empty line",
    ["GB2517 1:7", "put the text between double quotes"],
    ["GB2517 2:8", "put the text between double quotes"],
  ],
  ['console.log("a")', ["GB2204 1:9", "PRINT answers the request, LOG writes to the log"]],
  ["const x = 5;\nlet y = 6;\nvar z = 7;\nPRINT x + y + z"],
  ["x = 0\ndo {\n  x++\n} while (x < 3)"],
  [
    'x = fetch("https://x")\nx = await fetch("https://x")',
    ["GB2203 1:5", "requests to other servers are not in this"],
    ["GB2201 2:5", "a statement that takes time waits by itself;"],
  ],
  [
    "for (let i = 0; i < 3; i++) {\n  PRINT i\n}",
    ["GB1003 1:10", "write FOR I = 1 TO 3 … NEXT to count, FOR EACH"],
  ],
  [
    "for (const x of [1,2]) {\n  PRINT x\n}",
    ["GB1003 1:12", "write FOR I = 1 TO 3 … NEXT to count, FOR EACH"],
  ],
  ["function add(a, b) {\n  return a + b\n}\nPRINT add(1, 2)"],
  ['x = 1\nif (x == 1) {\n  PRINT "a"\n} else if (x === 2) {\n  PRINT "b"\n}'],
  [
    'import fs from "fs"\nconst fs = require("fs")',
    ["GB2231 1:1", "it reads a file of data, or writes one; a run"],
    ["GB2203 2:12", 'INCLUDE "lib.bas" brings the SUBs and FUNCTIONs'],
  ],
  ['PRINT "abc".length, [1,2].length'],
  [
    'PRINT "abc".toUppercase()\nPRINT "abc".substring(1)',
    ["GB2204 2:13", "write .slice(start, end), which counts from 0"],
  ],
  ["d = new Date()\nPRINT d", ["GB2201 1:5", "write NOW(), or DATESERIAL(2026, 12, 31)"]],
  ['if (x == null) PRINT "none"', ["GB1003 1:16", "write THEN between the condition and what is"]],
  ["x = 1\nx++\nx += 2\nPRINT x"],
  [
    'x = req.body.name\nres.send("ok")',
    ["GB2101 1:5", "a handler reads what was sent: GET FORM VALUE,"],
    ["GB2204 2:5", "PRINT answers the request, LOG writes to the log"],
  ],
  [
    'x = 1\nswitch (x) {\n  case 1:\n    PRINT "a"\n    break;\n  default:\n    PRINT "b"\n}',
    ["GB1133 2:12", "write CASE value above the statements of each"],
  ],
  ['name = "Ana"\nPRINT `Hello ${name}`'],
  ['throw new Error("x")'],
  ["try {\n  PRINT 1 / 0\n} catch (e) {\n  PRINT e\n}"],
  [
    'x = 1\nif (typeof x === "number") PRINT "n"',
    ["GB1003 2:28", "write THEN between the condition and what is"],
  ],
  ["x = 0\nwhile (x < 3) {\n  x++\n}"],
];

/** What people write who come from Python. */
const PY: readonly Habit[] = [
  [
    'def greet(name):\n    print("hello " + name)\n\ngreet("Ana")',
    ["GB2202 1:1", "write FUNCTION TWICE(N) … RETURN N * 2 … END"],
  ],
  [
    'd = {"a": 1}\nprint(d["a"], d.get("b"))',
    ["GB2204 2:17", 'write the name in brackets: ORDER["total"]'],
  ],
  ["for x in [1, 2]:\n    print(x)", ["GB1101 1:1", "put NEXT before the end of the file"]],
  [
    'name = "Ana"\nprint(f"Hello {name}")',
    ["GB2201 2:7", "between values stands a comma or an operator"],
  ],
  [
    'x = 1\nif x == 1:\n    print("a")\nelif x == 2:\n    print("b")\nelse:\n    print("c")',
    ["GB1101 2:1", "put END IF before the end of the file"],
    ["GB1003 2:10", "write THEN between the condition and what is"],
    ["GB2202 4:1", "write ELSEIF condition THEN"],
  ],
  [
    "import json\nfrom datetime import datetime",
    ["GB2231 1:1", "it reads a file of data, or writes one; a run"],
  ],
  [
    'if "a" in ["a"]:\n    print("y")\nif "a" not in ["a"]:\n    print("n")',
    ["GB1101 1:1", "put END IF before the end of the file"],
    ["GB1003 1:16", "write THEN between the condition and what is"],
    ["GB1101 3:1", "put END IF before the end of the file"],
    ["GB1003 3:20", "write THEN between the condition and what is"],
  ],
  ["f = lambda x: x * 2", ["GB2201 1:5", "write FUNCTION TWICE(N) … RETURN N * 2 … END"]],
  [
    'x = None\nif x is None:\n    print("none")',
    ["GB1101 2:1", "put END IF before the end of the file"],
    ["GB1003 2:9", "IS goes with NULL and NOT NULL; to compare with"],
  ],
  [
    "if True:\n    pass",
    ["GB1101 1:1", "put END IF before the end of the file"],
    ["GB1003 1:8", "write THEN between the condition and what is"],
    ["GB2202 2:5", "a block may be empty; remove it"],
  ],
  ['print("a")\nprint "a", 1'],
  ['raise ValueError("x")', ["GB2202 1:1", 'write THROW "what is wrong"']],
  [
    "for i in range(3):\n    print(i)",
    ["GB1101 1:1", "put NEXT before the end of the file"],
    ["GB2203 1:10", "write FOR I = 0 TO 2 … NEXT"],
  ],
  ['print("abc"[1:2])', ["GB1003 1:14"]],
  [
    "print(\"a\" + str(1))\nprint('a' 'b')",
    ["GB1006 2:6", " is never closed (put a ) where it should end"],
  ],
  [
    "try:\n    print(1/0)\nexcept Exception as e:\n    print(e)",
    ["GB1101 1:1", "put END TRY before the end of the file"],
    ["GB2202 3:1", "did you mean CATCH?"],
  ],
  ["x = 0\nwhile x < 3:\n    x += 1", ["GB1101 2:1", "put WEND before the end of the file"]],
];

describe.each([
  ["Visual Basic", VB],
  ["JavaScript", JS],
  ["Python", PY],
])("what people write who come from %s", (_, habits) => {
  test.each(habits.map((habit) => [habit[0], habit] as const))("%s", (script, [, ...expected]) => {
    expectHabit(script, expected);
  });
});
