import { describe, expect, test } from "vitest";
import { output } from "../compile/run-script.ts";

/** What the documentation of General Bots shows, form by form: a script and what it prints. */
type Row = readonly [form: string, script: string, printed: string];

const JSON_AND_OBJECTS: readonly Row[] = [
  ["PARSE JSON", 'OBJ = PARSE JSON "{""a"":[{""b"":7}]}"\nPRINT OBJ.a[0].b', "7"],
  [
    "GET JSON PATH",
    'OBJ = PARSE JSON "{""a"":[{""b"":7}]}"\nPRINT GET JSON PATH OBJ, "a[0].b"',
    "7",
  ],
  ["JSON PARSE", 'O = JSON PARSE "{""x"":1}"\nPRINT O.x', "1"],
  [
    "JSON, TOJSON, JSON_STRINGIFY",
    'OBJ = PARSE JSON "{""a"":[{""b"":7}]}"\nPRINT JSON(OBJ), TOJSON(OBJ), JSON_STRINGIFY(OBJ)',
    '{"a":[{"b":7}]} {"a":[{"b":7}]} {"a":[{"b":7}]}',
  ],
  ["TOYAML", 'OBJ = PARSE JSON "{""a"":[{""b"":7}]}"\nPRINT TOYAML(OBJ)', "a:\n  - b: 7"],
  [
    "TOYAML in a text",
    'ROWS = [{ "a": 1 }, { "a": 2 }]\nPRINT "${TOYAML(ROWS)}"',
    "- a: 1\n- a: 2",
  ],
  ["NEW OBJECT", "O = NEW OBJECT\nO.x = 1\nPRINT O", '{"x":1}'],
  ["NEW ARRAY", "A = NEW ARRAY\nPUSH A, 4\nPRINT A", "[4]"],
  ["CREATE OBJECT", "O = CREATE OBJECT\nO.y = 2\nPRINT O", '{"y":2}'],
  ["#{ }", 'name = "n"\nPRINT #{ name: name, "k2": 3 }', '{"name":"n","k2":3}'],
  ["{ }", 'PRINT { "k": 4 }', '{"k":4}'],
  ["[ ]", 'PRINT [1, "a", #{ b: 2 }], UBOUND([])', '[1,"a",{"b":2}] 0'],
  [
    "WITH, fields",
    'subject = "s"\nWITH o\n  f = 5\n  subject = subject\nEND WITH\nPRINT o',
    '{"f":5,"subject":"s"}',
  ],
  [
    "WITH, fields replace the object",
    'o = { "a": 1 }\nWITH o\n  f = 5\nEND WITH\nPRINT o',
    '{"f":5}',
  ],
  ["WITH, members", 'o = { "a": 1 }\nWITH o\n  .f = 6\nEND WITH\nPRINT o', '{"a":1,"f":6}'],
  ["WITH, a new object", "WITH o = NEW OBJECT\n  .f = 7\nEND WITH\nPRINT o", '{"f":7}'],
];

const TEXTS: readonly Row[] = [
  ["LEN", 'PRINT LEN("héllo"), LEN([1, 2, 3]), LENGTH("ab")', "5 3 2"],
  ["LEFT", 'PRINT LEFT("hello", 2), LEFT$("hello", 9)', "he hello"],
  ["RIGHT", 'PRINT RIGHT("hello", 2)', "lo"],
  ["MID", 'PRINT MID("hello", 2, 3), MID("hello", 3)', "ell llo"],
  ["TRIM", 'PRINT TRIM("  a ") + "."', "a."],
  ["UPPER, UCASE", 'PRINT UPPER("a"), UCASE("a"), UCASE$("a"), UPPER$("a")', "A A A A"],
  ["LOWER, LCASE", 'PRINT LOWER("A"), LCASE("A")', "a a"],
  ["REPLACE", 'PRINT REPLACE("a-a", "-", "+"), REPLACE("aXaX", "X", "")', "a+a aa"],
  ["SPLIT", 'PRINT SPLIT("a,b", ",")', '["a","b"]'],
  ["JOIN", 'PRINT JOIN(["a", "b"], "-")', "a-b"],
  ["INSTR", 'PRINT INSTR("hello", "l"), INSTR(4, "hello", "l"), INSTR("hello", "z")', "3 4 0"],
  [
    "CONTAINS as a function",
    'PRINT CONTAINS([1, 2], 2), CONTAINS("abc", "b"), CONTAINS("abc", "z")',
    "true true false",
  ],
  [
    "CONTAINS, STARTS WITH as operators",
    'PRINT "abc" CONTAINS "c", "abc" STARTS WITH "ab"',
    "true true",
  ],
  ["CHR", "PRINT CHR$(65), CHR(66)", "A B"],
  ["ASC", 'PRINT ASC("A")', "65"],
  ["STRING$", 'PRINT STRING$(4, "-")', "----"],
  ["TAB", 'PRINT "a" + TAB(3) + "b"', "a   b"],
  ["STR", "PRINT STR(5) + STR$(5.5)", "55.5"],
  ["VAL", 'PRINT VAL("12"), VAL("x")', "12 0"],
  ["IS NUMERIC", 'PRINT IS NUMERIC("12"), IS NUMERIC("a"), ISNUMERIC("1")', "true false true"],
  [
    "FORMAT, dates",
    'D = CDATE("2026-03-05")\nPRINT FORMAT(D, "yyyy-MM-dd"), FORMAT(D, "YYYY-MM-DD")',
    "2026-03-05 2026-03-05",
  ],
  [
    "FORMAT, numbers",
    'PRINT FORMAT(1234.5, "#,##0.00"), FORMAT(1234.5, "C2[pt]"), FORMAT(1234.5, "N2")',
    "1,234.50 R$ 1.234,50 1,234.50",
  ],
  [
    "FORMAT without brackets",
    'D = CDATE("2026-03-05")\nPRINT FORMAT D AS "YYYY"\nPRINT FORMAT D, "yyyy"',
    "2026|2026",
  ],
  ["URLENCODE", 'PRINT URLENCODE("a b&c")', "a%20b%26c"],
  ["BASE64", 'PRINT BASE64_ENCODE("abc"), BASE64_DECODE("YWJj")', "YWJj abc"],
  [
    "MD5, SHA, HMAC",
    'PRINT MD5("a"), LEN(SHA256("a")), LEN(HMAC("text", "key"))',
    "0cc175b9c0f1b6a831c399e269772661 64 64",
  ],
  ["UUID, GUID", "PRINT LEN(UUID()), LEN(GUID())", "36 36"],
];

const NUMBERS: readonly Row[] = [
  ["ABS", "PRINT ABS(-2)", "2"],
  ["ROUND", "PRINT ROUND(2.567, 2), ROUND(2.4)", "2.57 2"],
  ["INT", "PRINT INT(2.9), INT(-2.9)", "2 -2"],
  [
    "MAX, MIN",
    'PRINT MAX(1, 2), MIN(1, 2), MAX([3, 9]), MIN([{ "f": 3 }, { "f": 2 }], "f")',
    "2 1 9 2",
  ],
  ["MAX without brackets", "X = MAX 1, 5\nPRINT X", "5"],
  [
    "SQR, SQRT, POW, LOG, trigonometry",
    "PRINT SQR(9), SQRT(9), POW(2, 3), LOG(1), SIN(0), COS(0), TAN(0)",
    "3 3 8 0 0 1 0",
  ],
  [
    "RANDOM, RND",
    "PRINT RANDOM() < 1, RANDOM(1) <= 1, RANDOM(3, 3), RND() < 1",
    "true true 3 true",
  ],
  ["CEIL, FLOOR", "PRINT CEILING(1.2), CEIL(1.2), FLOOR(1.8)", "2 2 1"],
  [
    "SUM, AVG, COUNT",
    'R = [{ "f": 3 }, { "f": 1 }]\nPRINT SUM([1, 2]), SUM(R, "f"), AVG(R, "f"), COUNT(R)',
    "3 4 2 2",
  ],
  ["MOD, ^", "PRINT 7 MOD 3, 2 ^ 3", "1 8"],
];

const DATES: readonly Row[] = [
  ["NOW", "PRINT TYPEOF(NOW()), TYPEOF(NOW)", "date date"],
  ["TODAY", "PRINT TYPEOF(TODAY()), TYPEOF(today)", "date date"],
  [
    "DATEADD",
    'D = CDATE("2026-03-05")\nPRINT DATEADD(D, 1, "day"), DATEADD(D, "day", 1), DATEADD("day", 1, D)',
    "2026-03-06 2026-03-06 2026-03-06",
  ],
  [
    "DATEDIFF",
    'D = CDATE("2026-03-05")\nE = D + DAYS(2)\nPRINT DATEDIFF(D, E, "day"), DATEDIFF("minute", D, E), DATEDIFF(D, E)',
    "2 2880 2",
  ],
  [
    "DATEADD without brackets",
    'D = CDATE("2026-03-05")\nX = DATEADD D, "days", 1\nPRINT X',
    "2026-03-06",
  ],
  [
    "DATEDIFF without brackets",
    'D = CDATE("2026-03-05")\nX = DATEDIFF D, D + DAYS(4), "day"\nPRINT X',
    "4",
  ],
  [
    "YEAR to WEEKDAY",
    'D = CDATE("2026-03-05")\nPRINT YEAR(D), MONTH(D), DAY(D), HOUR(D), MINUTE(D), SECOND(D), WEEKDAY(D)',
    "2026 3 5 0 0 0 5",
  ],
  [
    "DAYS, HOURS",
    'D = CDATE("2026-03-05")\nPRINT D - DAYS(7), D + HOURS(2)',
    "2026-02-26 2026-03-05T02:00:00Z",
  ],
  [
    "DAYS_BETWEEN, FORMAT_DATE",
    'D = CDATE("2026-03-05")\nPRINT DAYS_BETWEEN(D, D + DAYS(3)), FORMAT_DATE(D, "yyyy")',
    "3 2026",
  ],
  ["DATE$, TIME$, TIMER", "PRINT LEN(DATE$), LEN(TIME$), TIMER >= 0", "10 8 true"],
];

const LISTS_AND_TESTS: readonly Row[] = [
  ["UBOUND", "DIM R(3)\nPRINT UBOUND([1, 2, 3]), UBOUND(R)", "3 4"],
  [
    "FIRST",
    'PRINT FIRST([1, 2])\nX = FIRST [1, 2, 3], 2\nY = FIRST "two words"\nPRINT X, Y',
    "1|[1,2] two",
  ],
  [
    "LAST",
    'PRINT LAST([1, 2])\nX = LAST [1, 2, 3], 2\nY = LAST "two words"\nPRINT X, Y',
    "2|[2,3] words",
  ],
  ["APPEND, PUSH", "L = []\nAPPEND L, 1\nPUSH L, 2\nPRINT L", "[1,2]"],
  [
    "APPEND(), PUSH(), .PUSH()",
    "L = []\nL = APPEND(L, 3)\nL = PUSH(L, 4)\nL.PUSH(5)\nL.APPEND(6)\nPRINT L",
    "[3,4,5,6]",
  ],
  [
    "SORT BY",
    'L = [{ "f": 1 }, { "f": 3 }]\nL = SORT L BY "f" DESC\nPRINT L, SORT([3, 1])',
    '[{"f":3},{"f":1}] [1,3]',
  ],
  [
    "ISEMPTY, ISNULL, NVL, IIF",
    'PRINT ISEMPTY(""), ISNULL(NULL), NVL(NULL, "d"), IIF(1 = 1, "a", "b")',
    "true true d a",
  ],
  ["IS NULL, IS NOT NULL", "X = 1\nPRINT X IS NOT NULL, X.a IS NULL", "true true"],
  [
    "methods",
    'T = " a "\nL = [1, 2, 3]\nPRINT T.trim(), L.splice(1, 1), L, T.contains("a")',
    "a [2] [1,3] true",
  ],
];

describe.each([
  ["JSON and objects", JSON_AND_OBJECTS],
  ["texts", TEXTS],
  ["numbers", NUMBERS],
  ["dates", DATES],
  ["lists and tests", LISTS_AND_TESTS],
])("documented forms: %s", (_, rows) => {
  test.each(rows)("%s", async (_form, script, printed) => {
    expect(await output(script)).toBe(printed);
  });
});
