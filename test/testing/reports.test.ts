import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const BOT = `ON WEBHOOK POST TO "/price" DO
  LET FOUND = GET "http://shop.example/price?api_key=abcdef123"
  PRINT FOUND
END ON

ON WEBHOOK POST TO "/divide" DO
  LET BODY = PARSE JSON GET REQUEST BODY
  PRINT 1 / BODY.by
END ON

SUB NOTIFY
  PRINT "told"
END SUB
`;

const DIVIDED = `TEST "divides"
  RECEIVE POST "/divide" WITH JSON { "by": 0 }
  EXPECT STATUS 200
END TEST
`;

async function report(tests: string, ...args: readonly string[]): Promise<string> {
  const folder = await folderWith({ "bot.bas": BOT, "bot.test.bas": tests });
  return (await gbasic(["test", ...args], folder)).stdout;
}

test.each(["text", "json", "junit", "tap", "github"])(
  "a report as %s shows no key of an address",
  async (form) => {
    const asked = 'TEST "asks"\nRECEIVE POST "/price"\nEXPECT STATUS 200\nEND TEST\n';
    const shown = await report(asked, "--reporter", form);
    expect(shown).toContain("GET http://shop.example/price?api_key=*");
    expect(shown).not.toContain("abcdef123");
  },
);

describe("an error that the script ended with", () => {
  test("has its text, its line and hints for programs", async () => {
    const { tests } = await runTests(BOT, DIVIDED);
    expect(tests[0]?.failures[1]).toMatchObject({
      ...{ code: "GB3507", file: "bot.bas", line: 8 },
      found: expect.stringContaining("bot.bas:8:11 error GB3002: division by zero") as string,
      hint: expect.stringContaining('EXPECT ERROR "GB3002"') as string,
    });
  });

  test("is marked at its line for GitHub", async () => {
    const marks = (await report(DIVIDED, "--reporter", "github")).split("\n");
    const mark = marks.find((line) => line.startsWith("::error file=bot.bas,line=8,title=divides"));
    expect(mark).toContain("%0Abot.bas:8:11 error GB3002: division by zero%0A");
    expect(mark).toContain("hint: test the divisor");
  });

  test("is one of the failures in the one block of TAP", async () => {
    const shown = await report(DIVIDED, "--reporter", "tap");
    expect(shown.match(/^ {2}---$/gm)).toHaveLength(1);
    expect(shown.match(/^ {4}- \{/gm)).toHaveLength(2);
    expect(shown).toContain('    - {"code":"GB3507"');
    expect(shown).toContain("bot.bas:8:11 error GB3002: division by zero");
  });
});

describe("what no line raised stands at its statement", () => {
  const BODIES: readonly (readonly [code: string, line: number, ...body: string[]])[] = [
    ["GB3520", 1, "PRINT 1"],
    ["GB3508", 3, "EXPECT 1 = 1", "FAIL NEXT SMS"],
    ["GB3508", 3, "EXPECT 1 = 1", "FAIL NEXT MODEL"],
    ["GB3508", 3, "EXPECT 1 = 1", "FAIL NEXT HTTP"],
    ["GB3516", 3, "EXPECT 1 = 1", "HOLD EVENTS"],
    ["GB3522", 3, "EXPECT 1 = 1", 'RECEIVE POST "/pric"', "PRINT 2"],
    ["GB5422", 3, "EXPECT 1 = 1", 'MOCK GET "http://shop.example/x" WITH JSON 1 ONCE'],
    ["GB5526", 3, "EXPECT 1 = 1", "MOCK SUB NOTIFY ONCE"],
  ];

  test("its line, in the report", async () => {
    let at = 0;
    const starts: number[] = [];
    const texts = BODIES.map(([code, , ...body], index) => {
      const lines = [`TEST "${code} ${String(index)}"`, ...body, "END TEST"];
      starts.push(at);
      at += lines.length;
      return `${lines.join("\n")}\n`;
    });
    const { tests } = await runTests(BOT, texts.join(""));
    const found = tests.map(({ failures }) => failures.map(({ code, line }) => [code, line]));
    expect(found).toEqual(
      BODIES.map(([code, line], index) => [[code, line + (starts[index] ?? 0)]]),
    );
  });

  test("with the text of the line", async () => {
    const shown = await report('TEST "fails"\n  EXPECT 1 = 1\n  FAIL NEXT SMS\nEND TEST\n');
    expect(shown).toContain("bot.test.bas:3:3 error GB3508");
    expect(shown).toContain("3 |   FAIL NEXT SMS\n");
    const empty = await report("TEST EACH ROW IN []\n  EXPECT 1 = 1\nEND TEST\n");
    expect(empty).toContain("bot.test.bas:1:1 error GB3521");
  });

  test("the line that ran when the time was over", async () => {
    const endless = 'TEST "ends"\n  EXPECT 1 = 1\n  DO\n  LOOP\nEND TEST\n';
    const folder = await folderWith({ "bot.bas": BOT, "bot.test.bas": endless });
    const environment = { GBASIC_MAX_STEPS: "900000000000" };
    const { stdout } = await gbasic(["test", "--timeout", "0.1"], folder, environment);
    expect(stdout).toContain("bot.test.bas:3:3 error GB3509");
  });
});

test("a call that nothing answers proposes a mock whose address is near", async () => {
  const asked = `TEST "asks"
  MOCK GET "http://shop.example/pricee?api_key=*" WITH JSON 1
  MOCK POST "http://other.example/" WITH JSON 1
  RECEIVE POST "/price"
  EXPECT STATUS 200
END TEST
`;
  const shown = await report(asked);
  expect(shown).toContain("did you mean GET http://shop.example/pricee?api_key=*, which the test");
  expect(shown).toContain("It also answers POST http://other.example/");
});
