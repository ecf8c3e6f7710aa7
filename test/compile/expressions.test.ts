import { expect, test } from "vitest";
import { output } from "./run-script.ts";

const VARIABLES = `n = 7 : s$ = "abc" : list = [1, 2, 3] : obj = { "a": { "b": 5 }, "k": [10, 20] }\n`;

test.each([
  ["1 + 2 * 3", "7"],
  ["(1 + 2) * 3", "9"],
  ["2 ^ 3 ^ 2", "64"],
  ["-2 ^ 2", "-4"],
  ["7 / 2", "3.5"],
  ["7 \\ 2", "3"],
  ["7 MOD 4", "3"],
  ["-n + 10", "3"],
  ['+"5" + 1', "6"],
  ["n - 1", "6"],
  ["n * n - n / n", "48"],
  ["1.5 + 1.5", "3"],
  ['"a" + 1', "a1"],
  ['1 + "a"', "1a"],
  ['s$ + "d"', "abcd"],
  ["1 & 2", "12"],
  ['"x" + NULL', "x"],
  ['1 = "1"', "true"],
  ['n <> "7"', "false"],
  ["1 < 2", "true"],
  ["n <= 6", "false"],
  ["n > 6", "true"],
  ["n >= 8", "false"],
  ['"abc" < "abd"', "true"],
  ['10 > "9"', "true"],
  ['s$ LIKE "a*"', "true"],
  ["2 IN list", "true"],
  ["list CONTAINS 9", "false"],
  ["CONTAINS(list, 2)", "true"],
  ["list CONTAINS(2)", "true"],
  ['SWITCH(n = 1, "one", CONTAINS("abc", "b"), "b")', "b"],
  ['s$ STARTS WITH "ab"', "true"],
  ['s$ ENDS WITH "bc"', "true"],
  ["[1, 2] = [1, 2]", "true"],
  ['NULL = ""', "true"],
  ["NULL = 0", "false"],
  ["obj.missing.deep IS NULL", "true"],
  ["n IS NOT NULL", "true"],
  ["NOT (n = 7)", "false"],
  ['"" OR "default"', "default"],
  ["n OR 1 / 0", "7"],
  ["0 AND 1 / 0", "0"],
  ["1 AND 2", "2"],
  ["NULL ?? 3", "3"],
  ["0 ?? 3", "0"],
  ['n > 5 ? "big" : 1 / 0', "big"],
  ['"n is ${n} and ${obj.a.b + 1}"', "n is 7 and 6"],
  ["list[1]", "2"],
  ["list[9] IS NULL", "true"],
  ["obj.a.b", "5"],
  ['obj["k"][1]', "20"],
  ["obj.k[0]", "10"],
  ["OBJ.K[0]", "10"],
  ["obj?.none?.x IS NULL", "true"],
  ["list.length", "3"],
  ["[n, [s$]]", '[7,["abc"]]'],
  ['{ "x": n, y: 1 }', '{"x":7,"y":1}'],
  ["LEN(s$)", "3"],
  ['UCASE$("x") + UCASE("y")', "XY"],
  ["MAX(1, n, 3)", "7"],
  ["s$.trim().length", "3"],
  ["nothing?.trim() IS NULL", "true"],
  ["PI - PI", "0"],
])("%s gives %s", async (expression, expected) => {
  const inPlace = await output(`${VARIABLES}PRINT ${expression}`);
  expect(inPlace).toBe(expected);
});

test.each([
  ["a + b", "3"],
  ["a - b", "-1"],
  ["a * b", "2"],
  ["a / b", "0.5"],
  ["a < b", "true"],
  ["a <= b", "true"],
  ["a > b", "false"],
  ["a >= b", "false"],
  ["a = b", "false"],
  ["a <> b", "true"],
  ["t + t", "xx"],
  ["a + t", "1x"],
])("%s gives %s for locals and globals alike", async (expression, expected) => {
  const values = 'a = 1 : b = 2 : t = "x"';
  const inSub = await output(`SUB s()\n${values}\nPRINT ${expression}\nEND SUB\ns()`);
  const global = await output(`${values}\ns()\nSUB s()\nPRINT ${expression}\nEND SUB`);
  expect([inSub, global]).toEqual([expected, expected]);
});

test.each([
  ["1 / 0", "GB3002 1:9"],
  ['PRINT 2 * "x"', "GB3001"],
  ["x = 5 : PRINT 1 / (x - 5)", "GB3002 1:17"],
])("the error of %s stands at its operator", async (text, expected) => {
  const source = text.includes("PRINT") ? text : `PRINT ${text}`;
  expect(await output(source)).toContain(expected);
});

test("numbers never become infinite", async () => {
  expect(await output("x = 1e308\nPRINT x * 10")).toBe("GB3003 2:9");
  expect(await output("x = 1e308\nPRINT x + x")).toBe("GB3003 2:9");
  expect(await output("x = 1e308\nPRINT -x - x")).toBe("GB3003 2:10");
});

test("operands are evaluated from left to right, waits among them", async () => {
  const source = `
FUNCTION note(x)
  PRINT x
  RETURN x
END FUNCTION
PRINT note(1) + (LATER note(2)) * note(3)
PRINT [note(4), LATER note(5), note(6)]
PRINT { "a": note(7), "b": LATER note(8) }
PRINT "\${note(9)}\${LATER note(10)}"`;
  expect(await output(source)).toBe('1|2|3|7|4|5|6|[4,5,6]|7|8|{"a":7,"b":8}|9|10|910');
});

test("a text grows up to the limit and no further", async () => {
  const grow = 's = ""\nFOR i = 1 TO 11\ns = s + "0123456789"\nNEXT\nPRINT LEN(s)';
  expect(await output(grow, { textLength: 110 })).toBe("110");
  expect(await output(grow, { textLength: 109 })).toBe("GB3090 3:7");
  expect(await output('a = "12345"\nPRINT a & a', { textLength: 9 })).toBe("GB3090 2:9");
  expect(await output('a = "12345"\nPRINT "${a}${a}"', { textLength: 9 })).toBe("GB3090 2:7");
});

test("a long chain of additions compiles and runs", async () => {
  const sum = Array.from({ length: 200 }, () => "1").join(" + ");
  expect(await output(`PRINT ${sum}`)).toBe("200");
});
