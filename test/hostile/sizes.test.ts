import { describe, expect, test } from "vitest";
import { endOf } from "./hostile-script.ts";

const TEXT = "GB3090 GBASIC_MAX_TEXT";
const LIST = "GB3091 GBASIC_MAX_LIST";
const BIG = 'BIG = REPEAT("ab", 5000000)\nX = ';

/** Leaves out the place, which is always the second line. */
async function endOfExpression(expression: string): Promise<string> {
  const end = await endOf(BIG + expression);
  return end.replace(/ 2:\d+/u, "");
}

describe("functions refuse what is too large before they make it:", () => {
  test.each([
    ['REPEAT("x", 1E9)', TEXT],
    ['REPEAT("x", 1E308)', TEXT],
    ['STRING$(1E9, "x")', TEXT],
    ["SPACE$(1E12)", TEXT],
    ["SPACE$(9000000) & SPACE$(9000000)", TEXT],
    ['LPAD("x", 1E9)', TEXT],
    ['RPAD("x", 1E9, "")', TEXT],
    ['REPLACE(BIG, "a", BIG)', TEXT],
    ['REPLACE(BIG, "a", "aaaaaa")', TEXT],
    ['SPLIT(BIG, "")', LIST],
    ['SPLIT(BIG, "a")', LIST],
    ['JOIN(SPLIT(REPEAT("a", 1000), ""), BIG)', TEXT],
    ['FORMAT("x", REPEAT("@", 900) & BIG)', TEXT],
    ["FORMAT(1, BIG)", "GB3381 fixed"],
    ["FORMAT(NOW(), BIG)", "GB3381 fixed"],
    ["BASE64(BIG)", TEXT],
    ["JSON(BIG)", TEXT],
    ['CSV([{ "a": BIG }, { "a": BIG }])', TEXT],
    ['YAML({ "a": [BIG, BIG] })', TEXT],
    ['XML({ "a": [BIG, BIG] })', TEXT],
    ['FILL({ "x": REPEAT("{{v}}", 100000) }, { "v": REPEAT("x", 1000) })', TEXT],
    ["FACTORS(1)", "GB2203"],
    ["2 ^ 1E9", "GB3003"],
    ["CHR$(1E9)", "GB3043"],
    ['DATEADD("day", 1E300, NOW())', "GB3031"],
    ["CDATE(BIG)", "GB3030"],
    ["VAL(BIG)", "ok"],
    ["LEN(TRIM$(SPACE$(9000000) & 1))", "ok"],
    ["MID$(BIG, 1, 1E308)", "ok"],
    ["ROUND(1, 1E9)", "ok"],
    ["SLICE([1], -1E300, 1E300)", "ok"],
  ])("%s", async (expression, expected) => {
    expect(await endOfExpression(expression)).toBe(expected);
  });
});

describe("patterns are matched in bounded time:", () => {
  test.each([
    ['REPEAT("a", 100000) LIKE "*a*a*a*a*a*a*b"', "ok"],
    ['BIG LIKE REPEAT("*a", 499) & "c"', "ok"],
    ['BIG LIKE REPEAT("?", 2000)', "GB3005 fixed"],
    ['REPEAT("a", 100000) LIKE "*" & REPEAT("a", 900) & "c"', "GB3006 fixed"],
    ['BIG LIKE "*[" & REPEAT("c", 900) & "]1"', "GB3006 fixed"],
    ['REGEX_TEST(REPEAT("a", 40) & "b", "(a+)+$")', "ok"],
    ['REGEX_TEST(REPEAT("a", 40) & "b", "(a|a|a)*$")', "ok"],
    ['REGEX_TEST(BIG, "(a|b)*c")', "GB3006 fixed"],
    ['REGEX_REPLACE(BIG, "a", BIG)', "GB3006 fixed"],
    ['REGEX_TEST("a", REPEAT("(", 100000))', "GB3211 fixed"],
    ['REGEX_TEST("a", "((a{1000}){1000}){1000}")', "GB3210"],
    ['REGEX_TEST("a", "(?=a)\\\\1")', "GB3210"],
    ['FILTER([1], REPEAT("(", 100000))', "GB3221 fixed"],
    ['FILTER([1], REPEAT("(", 900))', "GB3380 fixed"],
    ['FILTER([1], REPEAT("NOT ", 240) & "1")', "GB3380 fixed"],
    ['FILTER([1], REPEAT("- ", 400) & "1")', "GB3380 fixed"],
    ['FILTER([1], "item" & REPEAT("[item", 190))', "GB3380 fixed"],
    ['FILTER([1], REPEAT("LEN(", 240))', "GB3380 fixed"],
    ['FILTER(SPLIT(REPEAT("a ", 400000)), REPEAT("item = 1 OR ", 80) & "1")', "GB3224 fixed"],
    ['FILTER([1], "EVAL(1)")', "GB3222"],
  ])("%s", async (expression, expected) => {
    expect(await endOfExpression(expression)).toBe(expected);
  });
});

describe("JSON and paths:", () => {
  test.each([
    ['PARSE JSON REPEAT("[", 100000)', "GB3021 fixed"],
    ['PARSE JSON REPEAT("[", 100000) & REPEAT("]", 100000)', "GB3021 fixed"],
    ['PARSE JSON REPEAT("{""a"":", 100000) & 1 & REPEAT("}", 100000)', "GB3021 fixed"],
    ['PARSE JSON "[" & REPEAT("1,", 2000000) & "1]"', LIST],
    ['PARSE JSON "[1e999]"', "GB3022"],
    ["PARSE JSON BIG", "GB3020"],
    ['GET JSON PATH [1], "$[?(@.constructor)]"', "GB3323"],
    ['GET JSON PATH [1], "$[(@.length-1)]"', "GB3323"],
    ['GET JSON PATH [1], "$..[?(process.exit(1))]"', "GB3323"],
    ['GET JSON PATH [1], "$..a..b..c"', "GB3325 fixed"],
    ['GET JSON PATH PARSE JSON("[" & REPEAT("[1,2,3],", 50000) & "1]"), "$..*"', "GB3324 fixed"],
    ['GET JSON PATH [1], "$" & REPEAT("[*]", 5000)', "GB3384 fixed"],
  ])("%s", async (expression, expected) => {
    expect(await endOfExpression(expression)).toBe(expected);
  });

  test("a value that a script nested deeply is written and compared, or refused", async () => {
    const script = "O = [1]\nFOR I = 1 TO 9000\nO = [O]\nNEXT\nP = [O]\nX = ";
    expect(await endOf(`${script}JSON(O)`)).toBe("GB3023 6:5 fixed");
    expect(await endOf(`${script}(O = P)`)).toBe("ok");
    expect(await endOf(`${script}YAML(O)`)).toBe("GB3023 6:5 fixed");
    expect(await endOf(`${script}INDEXOF([P], O)`)).toBe("ok");
    expect(await endOf(`${script}GET JSON PATH O, "$..b"`)).toBe("GB3385 6:5 fixed");
    const often = "O = [1]\nFOR I = 1 TO 40\nO = [O, O]\nNEXT\nX = ";
    expect(await endOf(`${often}GET JSON PATH O, "$..b"`)).toBe("GB3385 5:5 fixed");
  });
});
