import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { outcomes, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WEBHOOK POST TO "/orders" DO
  PRINT "taken"
END ON
`;
const PASSING = 'TEST "a"\n  RECEIVE POST "/orders"\n  EXPECT STATUS 200\nEND TEST\n';

async function checked(files: Readonly<Record<string, string>>) {
  return (await gbasic(["check", "."], await folderWith({ "bot.bas": SCRIPT, ...files }))).stdout;
}

describe("gbasic check", () => {
  test("sees scripts that are not there, handlers, and USE inside of something", async () => {
    const stdout = await checked({
      "bot.test.bas": `USE "bott.bas"\nON WEBHOOK POST TO "/x" DO\n  PRINT 1\nEND ON\n${PASSING}`,
      "lost.test.bas": PASSING,
      "deep.test.bas": `USE "bot.bas"\nIF TRUE THEN\n  USE "bot.bas"\nEND IF\nSUB X\n  USE "bot.bas"\nEND SUB\n${PASSING}`,
    });
    expect(stdout).toContain("bot.test.bas:1:1 error GB2602");
    expect(stdout).toContain("bot.test.bas:2:1 error GB2605");
    expect(stdout).toContain("lost.test.bas:1:1 error GB2603");
    expect(stdout).toContain("deep.test.bas:3:3 error GB2604");
    expect(stdout).toContain("deep.test.bas:6:3 error GB2604");
    expect(stdout).toMatch(/5 errors, \d warning/);
  });

  test("tells of BEFORE EACH once, and not of what only some tests want", async () => {
    const stdout = await checked({
      "bot.test.bas": `BEFORE EACH
  LET PATH$ = "/orders"
  LET LOST = 1
  PRINT UNKNOWN
END BEFORE
${PASSING}TEST "b"
  RECEIVE POST PATH$
  EXPECT STATUS 200
END TEST
`,
    });
    expect(stdout.match(/GB2101/g)).toHaveLength(1);
    expect(stdout).not.toContain("PATH$ is");
    expect(stdout.match(/LOST/g)?.length).toBe(2);
  });

  test("names TEST where a block of it is not whole", async () => {
    const stdout = await checked({
      "bot.test.bas": "TEST name\nEND TEST\nTEST EACH X\nEND TEST\n",
    });
    expect(stdout).toContain("TEST needs a text in quotes here");
    expect(stdout).toContain("expected IN");
    expect(stdout).not.toMatch(/\bON\b/);
    expect(stdout).toContain("2 errors");
    const quoted = await checked({ "bot.test.bas": "TEST 'a comment'\nEND TEST\n" });
    expect(quoted).toContain("it is written TEST <name>");
    expect(quoted).toContain("1 error,");
  });

  test("sees what a test would do by itself, and tests in a script", async () => {
    const acting = 'SEND SMS TO "+15550001111" WITH "a"\n  SPAWN X\n  PRINT GENERATE RESPONSE "b"';
    const stdout = await checked({
      "bot.test.bas": `SUB X\nEND SUB\nTEST "a"\n  ${acting}\nEND TEST\n`,
      "script.bas": PASSING,
    });
    expect(stdout.match(/GB3503/g)).toHaveLength(3);
    expect(stdout).toContain('tests are written TEST "what is proved" … END TEST');
  });
});

test("gbasic test shows the warnings of a file, and a file without tests", async () => {
  const { warnings, passed } = await runTests(SCRIPT, PASSING.replace("\n", "\n  LET LOST = 1\n"));
  expect(warnings).toMatchObject([{ file: "bot.test.bas", line: 2 }]);
  expect(passed).toBe(1);
  const folder = await folderWith({ "bot.bas": SCRIPT, "bot.test.bas": "PRINT 1\n" });
  const { stdout, code } = await gbasic(["test"], folder);
  expect(stdout).toContain("warning GB2608");
  expect(code).toBe(1);
});

describe("TEST EACH", () => {
  test("names its rows so that they can be told apart", async () => {
    const { tests } = await runTests(
      SCRIPT,
      `TEST EACH X IN [1, 1]
  EXPECT X = 1
END TEST
TEST EACH X IN [1, 1]
  EXPECT X = 1
END TEST
TEST EACH X IN [{ "name": "small", "n": 1 }, { "n": 2 }] NAMED "sizes"
  EXPECT X.n < 3
END TEST
`,
    );
    expect(tests.map(({ name }) => name)).toEqual([
      "each X IN [1, 1] (line 1) [1: 1]",
      "each X IN [1, 1] (line 1) [2: 1]",
      "each X IN [1, 1] (line 4) [1: 1]",
      "each X IN [1, 1] (line 4) [2: 1]",
      "sizes [1: small]",
      'sizes [2: {"n":2}]',
    ]);
  });

  test("fails without rows, and takes SKIP and ONLY", async () => {
    const each = (words: string, rows: string, name: string) =>
      `${words} X IN ${rows} NAMED "${name}"\n  EXPECT X = 1\nEND TEST\n`;
    const none = await runTests(SCRIPT, each("TEST EACH", "[]", "none"));
    expect(none.tests[0]?.failures[0]?.code).toBe("GB3521");
    const skipped = await runTests(
      SCRIPT,
      each("SKIP TEST EACH", "[2]", "later") + each("TEST EACH", "[1]", "now"),
    );
    expect(skipped).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
    const only = await runTests(
      SCRIPT,
      each("ONLY TEST EACH", "[1, 1]", "these") + each("TEST EACH", "[2]", "others"),
    );
    expect(only).toMatchObject({ passed: 2, failed: 0, skipped: 1 });
    const twice = await runTests(SCRIPT, each("TEST EACH", "[1]", "x").repeat(2));
    expect(twice.findings[0]?.code).toBe("GB2601");
  });
});

describe("where events go", () => {
  const handler = (path: string, signed = "") =>
    `ON WEBHOOK POST TO "${path}"${signed} DO\n  PRINT "<Response/>"\nEND ON\n`;
  const LINES = {
    call: "RECEIVE CALL\nEXPECT STATUS 200",
    sms: 'RECEIVE SMS "a"\nEXPECT STATUS 200',
    whatsapp: 'RECEIVE WHATSAPP TEXT "a"\nEXPECT STATUS 200',
  };

  async function failing(script: string): Promise<readonly string[]> {
    const found = await outcomes(script, Object.values(LINES));
    return Object.keys(LINES).filter((_, at) => [...found.values()][at]?.includes("GB3511"));
  }

  test("is the path that is named for them, or the only one that is not for others", async () => {
    expect(await failing(handler("/hook"))).toEqual([]);
    expect(await failing(handler("/voice"))).toEqual(["sms", "whatsapp"]);
    expect(await failing(handler("/sms"))).toEqual(["call", "whatsapp"]);
    expect(await failing(handler("/webhooks/whatsapp"))).toEqual(["call", "sms"]);
    expect(await failing(handler("/hook", " SIGNED BY TWILIO"))).toEqual(["whatsapp"]);
    expect(await failing(handler("/a") + handler("/b"))).toEqual(["call", "sms", "whatsapp"]);
    expect(await failing(handler("/a") + handler("/call-me"))).toEqual([]);
    expect(await failing(handler("/orders/:id"))).toEqual(["call", "sms", "whatsapp"]);
  });

  test("is told of where nothing takes them, unless the status is looked at", async () => {
    const lost = 'RECEIVE POST "/order"\nEXPECT NOTHING SENT';
    const { tests } = await runTests(SCRIPT, `TEST "a"\n${lost}\nEND TEST\n`);
    expect(tests[0]?.failures[0]?.code).toBe("GB3522");
    const folder = await folderWith({
      "bot.bas": SCRIPT,
      "bot.test.bas": `TEST "a"\n${lost}\nEND TEST\n`,
    });
    const { stdout } = await gbasic(["test"], folder);
    expect(stdout).toContain("did you mean POST /orders? the script has POST /orders");
    const found = await outcomes(SCRIPT, [
      `${lost}\nEXPECT STATUS 404`,
      `${lost}\nEXPECT STATUS IN [404, 405]`,
      'RECEIVE GET "/orders"\nEXPECT STATUS 405',
      'RECEIVE GET "/orders"\nEXPECT BODY CONTAINS "Method"',
    ]);
    expect([...found.values()]).toEqual([[], [], [], ["GB3522"]]);
  });
});

describe("FAIL NEXT", () => {
  const SENDING = `ON WEBHOOK POST TO "/go" DO
  SEND MAIL TO "ana@example.com" WITH SUBJECT "a" AND BODY "b"
  SEND SMS TO "+15550001111" WITH "c"
END ON
`;

  test("takes the codes of the far side alone", async () => {
    const wrong = [
      "WHATSAPP WITH 500",
      'WHATSAPP WITH "x"',
      "WHATSAPP WITH -1",
      "WHATSAPP WITH 1.5",
    ];
    wrong.push("SMS WITH 0", "SMS WITH 429", "MAIL WITH 131056", "MAIL WITH 250", "MODEL WITH 200");
    const found = await outcomes(
      SENDING,
      wrong.map((words) => `FAIL NEXT ${words}`),
    );
    expect([...found].filter(([, [first]]) => first !== "GB3524")).toEqual([]);
  });

  test("lets a mail without an answer be sent again, and no SMS", async () => {
    const found = await outcomes(SENDING, [
      'FAIL NEXT MAIL UNANSWERED\nRECEIVE POST "/go"\nEXPECT NO MAIL\nADVANCE 1 HOUR\nEXPECT MAIL TO "ana@example.com"',
      'FAIL NEXT SMS UNANSWERED\nRECEIVE POST "/go"\nADVANCE 1 DAY\nEXPECT NO SMS\nEXPECT ERROR "GB4003"',
      'FAIL NEXT MAIL WITH "451"\nRECEIVE POST "/go"\nEXPECT NO MAIL\nADVANCE 1 HOUR\nEXPECT MAIL',
      'FAIL NEXT MAIL WITH 550\nRECEIVE POST "/go"\nADVANCE 1 DAY\nEXPECT NO MAIL\nEXPECT ERROR "code 550"',
      'FAIL NEXT MAIL WITH 550\nRECEIVE POST "/go"\nADVANCE 1 DAY\nEXPECT NO MAIL',
    ]);
    expect([...found.values()]).toEqual([[], [], [], [], []]);
  });

  test("makes a question to the language model fail", async () => {
    const asking = 'ON WEBHOOK POST TO "/go" DO\n  PRINT GENERATE RESPONSE "a"\nEND ON\n';
    const found = await outcomes(asking, [
      'FAIL NEXT MODEL WITH 400\nRECEIVE POST "/go"\nEXPECT STATUS 500\nEXPECT ERROR',
    ]);
    expect([...found.values()]).toEqual([[]]);
  });
});

describe("other commands", () => {
  test("run and serve send files of tests to gbasic test", async () => {
    const folder = await folderWith({ "bot.bas": SCRIPT, "bot.test.bas": PASSING });
    for (const args of [
      ["run", "bot.test.bas"],
      ["serve", "bot.test.bas"],
      ["serve", "bot.bas", "bot.test.bas"],
    ]) {
      const { code, stderr } = await gbasic(args, folder);
      expect(stderr).toContain("GB5403");
      expect(stderr).toContain("npx gbasic test bot.test.bas");
      expect(code).toBe(2);
    }
  });

  test("a script that is given to gbasic test stands for its tests", async () => {
    const folder = await folderWith({ "bot.bas": SCRIPT, "bot.test.bas": PASSING });
    expect((await gbasic(["test", "bot.bas"], folder)).stdout).toContain("1 passed");
  });

  test("fmt writes channels and units as keywords", async () => {
    const written =
      'test "a"\n  fail next whatsapp with 131056\n  advance 3 minutes\n  expect no sms\nend test\n';
    const { stdout } = await gbasic(
      ["fmt", "--check", "."],
      await folderWith({ "a.test.bas": written }),
    );
    expect(stdout).toContain("1 would change");
    const formatted =
      'TEST "a"\n  FAIL NEXT WHATSAPP WITH 131056\n  ADVANCE 3 MINUTES\n  EXPECT NO SMS\nEND TEST\n';
    const kept = await gbasic(
      ["fmt", "--check", "."],
      await folderWith({ "a.test.bas": formatted }),
    );
    expect(kept.stdout).toContain("0 would change");
  });
});
