import { describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

const MANY = 100_000;

/** Checks a file and gives the codes that were found, each once, with the place of the first. */
async function check(text: string | Uint8Array): Promise<string> {
  const folder = await folderWith({ "script.bas": text });
  const { code, stdout, stderr } = await gbasic(["check", "script.bas"], folder);
  if (code > 1 || stderr !== "") throw new Error(`ended with ${code}: ${stderr.slice(0, 500)}`);
  const found = [...stdout.matchAll(/^script\.bas:(\d+:\d+) (?:error|warning) (GB\d+)/gmu)];
  const byCode = new Map<string, string>();
  for (const [, place = "", named = ""] of found) if (!byCode.has(named)) byCode.set(named, place);
  return [...byCode].map(([named, place]) => `${named} ${place}`).join(", ");
}

describe("a script that nests without end is refused at the level that is too deep:", () => {
  test.each([
    ["brackets", `X = ${"(".repeat(MANY)}1${")".repeat(MANY)}`, "GB1007 1:206"],
    ["lists", `X = ${"[".repeat(MANY)}${"]".repeat(MANY)}`, "GB1007 1:206"],
    ["objects", `X = ${'{"a":'.repeat(MANY)}1${"}".repeat(MANY)}`, "GB1007 1:1006"],
    ["calls", `X = ${"LEN(".repeat(MANY)}1${")".repeat(MANY)}`, "GB1007 1:809"],
    ["choices", `X = ${"a ? b : ".repeat(MANY)}1`, "GB1007 1:1609"],
    ["signs", `X = ${"- ".repeat(MANY)}1`, "GB1008 1:2007"],
    ["NOT", `X = ${"NOT ".repeat(MANY)}1`, "GB1008 1:4009"],
    ["operators", `X = ${"1 + ".repeat(MANY)}1`, "GB1008 1:2007"],
    ["members", `X = A${".b".repeat(MANY)}`, "GB1008 1:2008"],
    ["elements", `X = A${"[0]".repeat(MANY)}`, "GB1008 1:3009"],
    ["methods", `X = A${".trim()".repeat(MANY)}`, "GB1008 1:7013"],
    ["IF on one line", `${"IF X THEN ".repeat(MANY)}PRINT 1`, "GB1007 1:2011"],
  ])("%s", async (_, script, expected) => {
    expect(await check(script)).toContain(expected);
  });

  test.each([
    ["IF", "IF X THEN\n".repeat(2000) + "END IF\n".repeat(2000)],
    ["WHILE", "WHILE X\n".repeat(2000) + "WEND\n".repeat(2000)],
    ["SELECT", "SELECT CASE X\nCASE 1\n".repeat(2000) + "END SELECT\n".repeat(2000)],
    ["TRY", "TRY\n".repeat(2000) + "END TRY\n".repeat(2000)],
    ["WITH", "WITH X\n".repeat(2000) + "END WITH\n".repeat(2000)],
  ])("blocks of %s", async (_, script) => {
    expect(await check(script)).toMatch(/GB1007 (?:201|401):/u);
  });
});

describe("a large script is read to its end:", () => {
  test.each([
    ["a text of 5 MB on one line", `PRINT "${"x".repeat(5_000_000)}"`, ""],
    ["a remark of 5 MB", `' ${"x".repeat(5_000_000)}`, ""],
    ["a name of 1 MB", `PRINT ${"x".repeat(1_000_000)}`, "GB2101 1:7"],
    ["50,000 statements on one line", "PRINT 1 : ".repeat(50_000), ""],
    ["50,000 lines", "PRINT 1\n".repeat(50_000), ""],
    ["a million blank lines", "\n".repeat(1_000_000), ""],
    [
      "3,000 ELSEIF",
      `X = 1\nIF X = 1 THEN\n${"ELSEIF X = 2 THEN\nPRINT 1\n".repeat(3000)}END IF`,
      "",
    ],
    ["3,000 CASE", `X = 1\nSELECT CASE X\n${"CASE X + 1\nPRINT 1\n".repeat(3000)}END SELECT`, ""],
    ["a list of 50,000 items", `PRINT [${"1,".repeat(50_000)}1]`, ""],
    ["a text with 3,000 values", `X = 1\nPRINT "${"${X}".repeat(3000)}"`, ""],
    [
      "5,000 SUBs",
      Array.from({ length: 5000 }, (_, at) => `S${at}(1)\nSUB S${at}(A)\nPRINT A\nEND SUB\n`).join(
        "",
      ),
      "",
    ],
    [
      "5,000 handlers",
      Array.from(
        { length: 5000 },
        (_, at) => `ON WEBHOOK GET TO "/${at}" DO\nPRINT 1\nEND ON\n`,
      ).join(""),
      "",
    ],
    [
      "a text that is built up in 2,000 lines",
      `T$ = "<Say>"\n${"T$ = T$ + T$\n".repeat(2000)}PRINT T$`,
      "",
    ],
    [
      "2,000 variables that are each set from the next",
      `ON WEBHOOK POST TO "/a" DO\n${Array.from({ length: 2000 }, (_, at) => `A${at} = A${at + 1}\n`).join("")}A2000 = PARSE JSON GET REQUEST BODY\nPRINT "<Say>" + A0.name\nEND ON`,
      "",
    ],
    ["names of secrets", `PASSWORD$ = "${"{".repeat(1_000_000)}"`, ""],
    ["what begins like secrets", `' ${"sk-a.eyJ-a://Bearer ?a= ".repeat(100_000)}`, ""],
    ["opening quotes", '"'.repeat(MANY + 1), "GB1002 1:1"],
    ["wrong lines", "IF THEN ) ( + \n".repeat(2000), "GB1006 1:11"],
    ["unknown statements", "FROB X, Y WITH Z\n".repeat(5000), "GB2202 1:1"],
    ["ends of nothing", "END IF\n".repeat(5000), "GB1102 1:1"],
    ["values in values in texts", `PRINT "${'${"'.repeat(MANY)}`, "GB1006 1:12, GB1002 1:300007"],
    ["texts that never end", "BEGIN TALK\n".repeat(5000), "GB1140 1:1"],
  ])("%s", async (_, script, expected) => {
    expect(await check(script)).toBe(expected);
  });
});

describe("characters that have no place in a script:", () => {
  test.each([
    ["NUL", 'PRINT \0 1\nPRINT "a\0b"\n', "GB1001 1:7"],
    ["a lone surrogate", "PRINT \ud800 1", "GB1001 1:7"],
    ["a byte-order mark at the start", "\ufeffPRINT 1", ""],
    ["a byte-order mark elsewhere", "PRINT 1\n\ufeffPRINT 2", "GB1001 2:1"],
    ["CR alone", "PRINT 1\rPRINT 2\r", ""],
    ["a line separator of Unicode", "PRINT 1\u2028PRINT 2", "GB1001 1:8"],
    ["UTF-16", Buffer.from("\ufeffPRINT 1", "utf16le"), undefined],
  ])("%s", async (_, script, expected) => {
    if (expected === undefined) await expect(check(script)).rejects.toThrow("GB3392");
    else expect(await check(script)).toBe(expected);
  });
});

test("messages show what a terminal would obey, and little of a line that is very long", async () => {
  const script = `PRNT "\x1b[2J\x1b]0;title\x07 \u202egnp"\nPRNT "${"x".repeat(100_000)}"`;
  const folder = await folderWith({ "script.bas": script });
  const { stdout } = await gbasic(["check", "script.bas"], folder);
  expect(stdout).toMatchInlineSnapshot(`
    "script.bas:1:1 error GB2202: unknown statement PRNT
      1 | PRNT "␛[2J␛]0;title␇ �gnp"
        | ^^^^
      hint: did you mean PRINT?

    script.bas:2:1 error GB2202: unknown statement PRNT
      2 | PRNT "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        | ^^^^
      hint: did you mean PRINT?

    1 file, 2 errors, 0 warnings
    "
  `);
});

test("errors of a run and records of LOG show what a terminal would obey", async () => {
  const script =
    'LOG "a\\u001b[31m\\nfake.bas:1 b", { "c": "\\u001b" }\nTHROW "x\\u001b[2J\\nfake"';
  const folder = await folderWith({ "script.bas": script });
  const { stderr } = await gbasic(["run", "script.bas"], folder);
  expect(stderr).toMatchInlineSnapshot(`
    "script.bas:1 a␛[31m
      fake.bas:1 b {"c":"\\u001b"}
    script.bas:2:1 error GB3050: x␛[2J␊fake
      2 | THROW "x\\u001b[2J\\nfake"
        | ^^^^^^^^^^^^^^^^^^^^^^^^
    "
  `);
});
