import { expect, test } from "vitest";
import { functionPhrases } from "../../src/functions/phrases.ts";
import { functions } from "../../src/functions/index.ts";
import { toText } from "../../src/runtime/value/text.ts";
import { messagesOf, runSource } from "../statements/run-source.ts";

async function printed(text: string): Promise<string> {
  const recorded = await runSource(text);
  return recorded.printed.map(toText).join("\n");
}

test.each([
  [`PRINT FORMAT 0.5 AS "0%"`, "50%"],
  [`d = "2026-01-31"\nPRINT FORMAT d AS "YYYYMMDD" + "-" + 5`, "20260131-5"],
  [`d = "2026-01-31"\nPRINT FORMAT d, "dd/MM/" + "yyyy"`, "31/01/2026"],
  [`PRINT FORMAT CDATE("2026-01-31") AS "MMMM"`, "January"],
  [`PRINT DATEADD "2026-01-31", "days", 1`, "2026-02-01"],
  [
    `IF DATEADD("2026-01-31", 1, "day") = DATEADD "2026-02-02", -1, "day" THEN PRINT "same"`,
    "same",
  ],
  [`PRINT DATEDIFF "2026-01-01", "2026-01-31", "day"`, "30"],
  [`PRINT DATEDIFF "2026-01-01", "2026-01-31"`, "30"],
  [`x = MAX 3, 8\nPRINT x`, "8"],
  [`a = [1, 2, 3]\nx = FIRST a, 2\nPRINT x`, "[1,2]"],
  [`a = [1, 2, 3]\nPRINT FIRST(a) + 1`, "2"],
  [`a = [1, 2, 3]\nPRINT FIRST (a) + 1`, "2"],
  [`PRINT FIRST "search books"`, "search"],
  [`a = [1]\nPUSH a, 2\nAPPEND a, 3, 4\nPUSH(a, 5)\nPRINT a`, "[1,2,3,4,5]"],
  [`a = [{ "n": 1 }, { "n": 2 }]\nPRINT SORT a BY "n" DESC`, `[{"n":2},{"n":1}]`],
  [`a = [2, 1]\nb = SORT a\nPRINT b`, "[1,2]"],
  [`IF IS NUMERIC("12") AND NOT IS NUMERIC("x") THEN PRINT "ok"`, "ok"],
  [`x = ""\nIF x = "" OR NOT IS NUMERIC(x) THEN PRINT "default"`, "default"],
  [`PRINT IS EMPTY(NULL), IS DATE("2026-02-31")`, "true false"],
  [
    `SELECT CASE TRUE\nCASE IS NUMERIC("x"): PRINT "number"\nCASE ELSE: PRINT "text"\nEND SELECT`,
    "text",
  ],
  [`o = [{ "n": 3 }, { "n": 4 }]\nPRINT AGGREGATE o SUM n, AGGREGATE o COUNT`, "7 2"],
  [`o = [{ "n": 3 }, { "n": 4 }]\nPRINT AGGREGATE "MAX", o, "n"`, "4"],
  [`o = [{ "n": 3 }]\nIF AGGREGATE o COUNT THEN PRINT "some"`, "some"],
  [`o = [3, 4]\nFOR i = 1 TO AGGREGATE o COUNT STEP 1\nPRINT i\nNEXT`, "1\n2"],
  [`o = [{ "n": 3 }, { "n": 4 }]\nPRINT FILTER o, "n > 3"`, `[{"n":4}]`],
  [`PRINT MAP [1, 2], "item * 2"`, "[2,4]"],
  [`g = GROUP BY [{ "a": "x" }, { "a": "x" }], "a"\nPRINT g[0].key, g[0].count`, "x 2"],
  [`PRINT GROUP BY([{ "a": "x" }], "a")[0].count`, "1"],
  [`PRINT PIVOT [{ "a": "x", "n": 1 }], "a", "n"`, `[{"a":"x","n":1}]`],
  [`PRINT JOIN [{ "id": 1, "a": 2 }], [{ "id": 1, "b": 3 }], "id"`, `[{"id":1,"b":3,"a":2}]`],
  [`PRINT JOIN(["a", "b"], "-")`, "a-b"],
  [`RANDOMIZE\nRANDOMIZE TIMER\nPRINT RND < 1`, "true"],
])("%s", async (text, expected) => {
  expect(await printed(text)).toBe(expected);
});

test("the words of these functions are still names of variables", async () => {
  const names = functionPhrases.map(({ title }) => title).filter((title) => !title.includes(" "));
  for (const name of names) {
    expect(
      await printed(
        `${name} = 5\nIF ${name} NOT IN [1] THEN PRINT ${name} - 1, ${name}\nPRINT ${name}`,
      ),
    ).toBe("4 5\n5");
  }
});

test("each fills parameters of its function", () => {
  for (const { patterns, title } of functionPhrases) {
    const slots = patterns.flatMap((pattern) => pattern.slots.map(({ name }) => name));
    const name = title.replace(" ", "");
    const entry = functions.find(({ aliases, ...each }) => [each.name, ...aliases].includes(name));
    expect(entry?.parameters.map((parameter) => parameter.name)).toEqual(
      expect.arrayContaining(slots),
    );
  }
});

test.each([
  ["PRINT FORMAT 5 AS", "GB"],
  [`PRINT DATEADD "2026-01-31", 1`, "GB"],
  [`x = AGGREGATE [1] MEDIAN`, "GB"],
  [`PRINT GROUP BY [1]`, "GB"],
  [`PRINT IS NUMERIC`, "GB"],
])("%s is one mistake", (text, code) => {
  const messages = messagesOf(text);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(code);
});

test.each([
  "N = NULL\nPUSH N, 4",
  "N = {}\nAPPEND(N, 6)",
  'N = "abc"\nN.push "d"',
  "N = 5\nN.add 6",
])("nothing is added to what is no list: %j", async (script) => {
  await expect(runSource(script)).rejects.toThrow(/GB3011|cannot write an item of/);
});

test("SEND MAIL TO takes its arguments with commas too", () => {
  expect(messagesOf(`SEND MAIL TO "a@b.co", "s", "b"`)).toEqual([]);
});
