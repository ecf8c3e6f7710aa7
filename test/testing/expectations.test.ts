import { beforeAll, describe, expect, test } from "vitest";
import { outcomes, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  SET RESPONSE HEADER "X-Order" TO "7"
  IF ORDER.id = 0 THEN LET X = 1 / ORDER.id
  LOG "order " + ORDER.id
  SPAWN CONFIRM ORDER.id, "+15550001111"
  PRINT "taken " + ORDER.id
END ON

SUB CONFIRM ID, TO_NUMBER
  IF ID = 9 THEN SEND MAIL TO "shop@example.com" WITH SUBJECT "Nine" AND BODY "nine"
  SEND SMS TO TO_NUMBER WITH "Your order " + ID
END SUB
`;
const TAKEN = 'RECEIVE POST "/orders" WITH JSON { "id": 7 }';
const CRASH = 'RECEIVE POST "/orders" WITH JSON { "id": 0 }';

const HOLDING = [
  "EXPECT STATUS <> 404",
  "EXPECT STATUS < 300 AND STATUS >= 200",
  "EXPECT NOT STATUS 404",
  "EXPECT STATUS NOT 404",
  "EXPECT NOT STATUS = 404",
  "EXPECT STATUS IN [200, 201]",
  "EXPECT STATUS NOT IN [404, 405]",
  'EXPECT BODY <> "x"',
  'EXPECT BODY "taken " + 7',
  'EXPECT NOT BODY "x"',
  'EXPECT BODY NOT CONTAINS "x"',
  'EXPECT NOT BODY CONTAINS "x"',
  'EXPECT BODY STARTS WITH "taken" AND BODY ENDS WITH "7"',
  'EXPECT BODY NOT MATCHES "^[0-9]+$"',
  'EXPECT BODY MATCHES "[0-9]+"',
  'EXPECT HEADER "x-order"',
  'EXPECT HEADER "X-Order" = "7"',
  'EXPECT HEADER "X-Order" <> "8"',
  'EXPECT HEADER "X-Order" CONTAINS "7"',
  'EXPECT HEADER "Content-Type" NOT CONTAINS "xml"',
  'EXPECT NOT HEADER "X-None"',
  'EXPECT HEADER "X-None" IS NULL',
  'EXPECT NO MAIL TO "shop@example.com"',
  "EXPECT NOT SENT WHATSAPP",
  'EXPECT SMS SAYING "Your order 7" TO "+15550001111"',
  'EXPECT NO LOG "order 8"',
  'EXPECT SPAWNED "CONFIRM"',
  'EXPECT SPAWNED "CONFIRM" WITH 7, "+15550001111"',
  'EXPECT NOT SPAWNED "CONFIRM" WITH 7',
  'EXPECT NOT SPAWNED "CONFIRM" WITH 7, "+15550001111", 1',
  "EXPECT NO ERROR",
  'LET STATUS = "mine"\nEXPECT STATUS = "mine"',
];
const FAILING = [
  "EXPECT STATUS <> 200",
  "EXPECT NOT STATUS 200",
  "EXPECT STATUS NOT 200",
  "EXPECT NOT STATUS = 200",
  "EXPECT STATUS > 200",
  'EXPECT BODY <> "taken 7"',
  'EXPECT NOT BODY "taken 7"',
  'EXPECT BODY NOT CONTAINS "taken"',
  'EXPECT NOT BODY CONTAINS "taken"',
  'EXPECT BODY NOT MATCHES "[0-9]"',
  'EXPECT HEADER "X-None"',
  'EXPECT HEADER "X-Order" <> "7"',
  'EXPECT NOT HEADER "X-Order"',
  "EXPECT NO SMS",
  'EXPECT NO LOG "order"',
  'EXPECT SPAWNED "CONFIRM" WITH 7',
  'EXPECT NOT SPAWNED "CONFIRM"',
  'EXPECT NO SPOKEN "x"',
];

describe("what is expected", () => {
  test("holds", async () => {
    const bodies = HOLDING.map((line) => `${TAKEN}\n${line}`);
    const found = await outcomes(SCRIPT, bodies);
    expect([...found].filter(([, codes]) => codes.length > 0)).toEqual([]);
  });

  test("does not hold, and is not taken for an unset variable", async () => {
    const bodies = FAILING.map((line) => `${TAKEN}\n${line}`);
    const found = await outcomes(SCRIPT, bodies);
    expect([...found].filter(([, codes]) => codes.join() !== "GB3501")).toEqual([]);
  });

  test("is looked for in an answer, which has to be there", async () => {
    const { tests } = await runTests(SCRIPT, 'TEST "none"\n  EXPECT STATUS <> 200\nEND TEST\n');
    expect(tests[0]?.failures[0]).toMatchObject({ code: "GB3502", file: "bot.test.bas", line: 2 });
  });
});

/** What cannot fail, or says another thing than is meant, keeps the whole file from being run. */
const REFUSED: readonly (readonly [line: string, code: string])[] = [
  ['EXPECT "false"', "GB3517"],
  ["EXPECT 5", "GB3517"],
  ["EXPECT TRUE", "GB3517"],
  ["EXPECT NOT FALSE", "GB3517"],
  ["EXPECT STATUS", "GB3517"],
  ["EXPECT RESPONSE STATUS", "GB3517"],
  ["EXPECT STATUS = 200 OR 201", "GB3517"],
  ['EXPECT BODY CONTAINS ""', "GB3517"],
  ['EXPECT RESPONSE BODY STARTS WITH ""', "GB3517"],
  ['EXPECT LOG ""', "GB3517"],
  ['EXPECT SPOKEN ""', "GB3517"],
  ['EXPECT SMS CONTAINING ""', "GB3517"],
  ['EXPECT MAIL TO ""', "GB3517"],
  ['EXPECT ERROR ""', "GB3517"],
  ['EXPECT ERROR "GB3"', "GB3519"],
  ['EXPECT ERROR "GB9999"', "GB3519"],
  ['EXPECT BODY "a" OR "b"', "GB2607"],
  ['EXPECT LOG "a" AND "b"', "GB2607"],
  ['EXPECT BODYY <> "x"', "GB2101"],
  ['RECEIVE POST "orders"', "GB3518"],
  ['RECEIVE CALL AT "voice"', "GB3518"],
  ['RECEIVE WHATSAPP TEXT "a" AT "voice"', "GB3518"],
  ['RECEIVE POST "/orders" WITH JSON { "a": 1 } AND BODY "x"', "GB2606"],
  ['RECEIVE POST "/orders" WITH JSON { "a": 1 }, FORM { "b": 2 }', "GB2606"],
  ['USE "bot.bas"', "GB2604"],
];

test("what cannot fail or be meant is an error of the file, each in its line", async () => {
  const lines = REFUSED.map(([line]) => `  ${line}\n`);
  const { findings, tests } = await runTests(SCRIPT, `TEST "a"\n${lines.join("")}END TEST\n`);
  const found = findings.map(({ code, line = 0 }) => [REFUSED[line - 2]?.[0], code]);
  expect(found).toEqual(REFUSED);
  expect(tests).toEqual([]);
});

test("what is computed is looked at when it is there", async () => {
  const found = await outcomes(SCRIPT, [
    `${TAKEN}\nLET X = ""\nEXPECT BODY CONTAINS X`,
    `${TAKEN}\nEXPECT BODY MATCHES ".*"`,
    `${CRASH}\nLET X = "GB30"\nEXPECT ERROR X`,
    'LET X = "orders"\nRECEIVE POST X',
    'RECEIVE POST "/orders" WITH FORM "id=7"',
    'RECEIVE POST "/orders" WITH HEADERS ["a"]',
  ]);
  expect([...found.values()].map(([first]) => first)).toEqual([
    ...["GB3517", "GB3517", "GB3519", "GB3518", "GB3523", "GB3523"],
  ]);
});

test("a test that reaches no expectation proves nothing", async () => {
  const each = (expectation: string) =>
    `${TAKEN}\nFOR EACH M IN SENT MESSAGES\n${expectation}\nNEXT`;
  const found = await outcomes(SCRIPT, [
    TAKEN,
    each('IF M.channel = "mail" THEN EXPECT M.to = "x"'),
    each('EXPECT M.channel = "sms"'),
    `${TAKEN}\nEXPECT NO ERROR`,
  ]);
  expect([...found.values()]).toEqual([["GB3520"], ["GB3520"], [], []]);
});

describe("EXPECT ERROR", () => {
  test("takes one error, and the next one fails the test", async () => {
    const found = await outcomes(SCRIPT, [
      `${CRASH}\nEXPECT ERROR "GB3002"`,
      `${CRASH}\nEXPECT ERROR "gb3002"`,
      `${CRASH}\nEXPECT ERROR "division by zero"`,
      `${CRASH}\nEXPECT ERROR`,
      `${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002"`,
      `${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002"\nEXPECT ERROR "GB3002"\nEXPECT NO ERROR`,
      `${CRASH}\nEXPECT NO ERROR`,
      `${CRASH}\nEXPECT ERROR "GB3001"`,
      `${CRASH}\n${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002" TIMES 3\nEXPECT NO ERROR`,
      `${CRASH}\n${CRASH}\nEXPECT ERROR TIMES 2\nEXPECT NO ERROR`,
      `${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002" TIMES 3`,
      `${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002" TIMES 1`,
    ]);
    expect([...found.values()]).toEqual([
      ...[[], [], [], []],
      ["GB3507"],
      [],
      ...[
        ["GB3501", "GB3507"],
        ["GB3501", "GB3507"],
      ],
      ...[[], []],
      ...[
        ["GB3501", "GB3507", "GB3507"],
        ["GB3501", "GB3507", "GB3507"],
      ],
    ]);
  });

  test("errors that are left say how many there were", async () => {
    const body = `TEST "a"\n${CRASH}\n${CRASH}\n${CRASH}\nEXPECT ERROR "GB3002"\nEXPECT ERROR "GB3002" TIMES 3\nEND TEST\n`;
    const { tests } = await runTests(SCRIPT, body);
    const [unmet, ...left] = tests[0]?.failures ?? [];
    expect(unmet?.message).toContain('2 errors with "GB3002", not 3');
    expect(left.map(({ hint }) => hint)).toEqual(
      Array(2).fill(
        'mend the script, or write EXPECT ERROR "GB3002" TIMES 3: it came so often, and EXPECT ERROR without TIMES takes one',
      ),
    );
  });
});
