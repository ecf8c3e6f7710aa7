import { beforeAll, expect, test } from "vitest";
import { outcomes, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "answer"
  IF GET WHATSAPP MESSAGE BODY = "later" THEN SPAWN REMIND GET WHATSAPP SENDER NUMBER AFTER 2 HOURS
  LOG "it is " + HOUR(NOW())
END ON

SUB REMIND NUMBER$
  SEND WHATSAPP TO NUMBER$ WITH "reminder"
END SUB

ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "failed: " + FAILED.error
END ON

ON WEBHOOK POST TO "/count" DO
  FOR I = 1 TO 1000
  NEXT
  SEND WHATSAPP TO "+15550002222" WITH LIST "What?" AND ITEMS "Tea"
  PRINT "done"
END ON
`;

const HOUR = 'SET SETTING "WHATSAPP_HOURLY_LIMIT" TO';
const HELLO = 'RECEIVE WHATSAPP TEXT "hello"';
const REFUSED = 'EXPECT ERROR "GB4653"\nEXPECT LOG "failed: GB4653"';

const HOLDING = [
  `${HOUR} 2\n${HELLO}\n${HELLO}\n${HELLO}\n${REFUSED}\nEXPECT LEN(SENT MESSAGES) = 2\nADVANCE 1 HOUR\n${HELLO}\nEXPECT LEN(SENT MESSAGES) = 3`,
  `${HELLO}\n${HELLO}\n${HELLO}\nEXPECT LEN(SENT MESSAGES) = 3`,
  `${HELLO}\n${HELLO}\n${HOUR} "2"\n${HELLO}\n${REFUSED}\nEXPECT LEN(SENT MESSAGES) = 2`,
  `SET SETTING "WHATSAPP_DAILY_LIMIT_PER_PERSON" TO 1\n${HELLO}\n${HELLO} FROM "+15550001111"\n${HELLO}\n${REFUSED}\nEXPECT LEN(SENT MESSAGES) = 2`,
  `${HOUR} 1\n${HELLO}\n${HOUR} NULL\n${HELLO}\nEXPECT LEN(SENT MESSAGES) = 2`,
  `RECEIVE WHATSAPP TEXT "later"\n${HOUR} 5\nADVANCE 2 HOURS\nEXPECT SENT WHATSAPP SAYING "reminder"\nEXPECT LEN(SENT MESSAGES) = 2`,
  `${HELLO}\nEXPECT LOG "it is 12"\nSET SETTING "GBASIC_TIMEZONE" TO "America/Sao_Paulo"\n${HELLO}\nEXPECT LOG "it is 9"\nEXPECT HOUR(NOW()) = 9`,
  `SET SETTING "WHATSAPP_PATH" TO "/meta"\n${HELLO} AT "/meta"\nEXPECT STATUS 200\n${HELLO} AT "/webhooks/whatsapp"\nEXPECT STATUS 404`,
  `SET SETTING "GBASIC_MAX_STEPS" TO 100\nRECEIVE POST "/count"\nEXPECT STATUS 500\nEXPECT ERROR "GBASIC_MAX_STEPS"`,
  'RECEIVE POST "/count"\nEXPECT BODY "done"\nEXPECT SENT WHATSAPP ROW "Tea"',
  'SET SETTING "WHATSAPP_SEND_THROUGH" TO "twilio"\nRECEIVE POST "/count"\nEXPECT ERROR "GB4780"',
  `SET SETTING "WHATSAPP_SEND_THROUGH" TO "twilio"\n${HELLO}\nEXPECT SENT WHATSAPP SAYING "answer"`,
];

const named = (name: string, value: string) => `LET NAME = "${name}"\nSET SETTING NAME TO ${value}`;
const FAILING: readonly (readonly [body: string, code: string])[] = [
  [named("WHATSAPP_HOURLY_LIMTI", "2"), "GB3564"],
  [named("WHATSAPP_ACCESS_TOKEN", '"EAAG"'), "GB3565"],
  [named("PORT", "80"), "GB3565"],
  [named("WHATSAPP_HOURLY_LIMIT", '"many"'), "GB3566"],
  [named("GBASIC_TIMEZONE", '"Sao Paulo"'), "GB3566"],
];

test("a test has settings of its own", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});

test("what cannot be set is told before anything runs, and no value of a secret with it", async () => {
  const lines = [
    'SET SETTING "WHATSAPP_HOURLY_LIMTI" TO 2',
    'SET SETTING "TWILIO_AUTH_TOKEN" TO "top-secret"',
    'SET SETTING "WHATSAPP_HOURLY_LIMIT" TO "many"',
    'SET SETTING "WHATSAPP_PATH" TO "meta"',
  ];
  const tests = `TEST "wrong"\n${lines.join("\n")}\nEXPECT STATUS 200\nEND TEST\n`;
  const { findings } = await runTests(SCRIPT, tests);
  expect(findings.map(({ code, line }) => [code, line])).toEqual([
    ["GB3564", 2],
    ["GB3565", 3],
    ["GB3566", 4],
    ["GB3566", 5],
  ]);
  expect(findings[0]?.hint).toContain("WHATSAPP_HOURLY_LIMIT");
  expect(findings[1]?.hint).toContain("tests read no credentials");
  expect(findings[2]?.hint).toContain('write SET SETTING "WHATSAPP_HOURLY_LIMIT" TO "');
  expect(JSON.stringify(findings)).not.toContain("top-secret");
});

test("BEFORE EACH sets it for every test, and the environment for all that do not", async () => {
  const before = `BEFORE EACH\n  ${HOUR} 1\nEND BEFORE\n`;
  const one = (name: string, more: string) =>
    `TEST "${name}"\n${more}${HELLO}\n${HELLO}\nEXPECT ERROR "allows no more"\nEND TEST\n`;
  const { passed, failed } = await runTests(SCRIPT, before + one("a", "") + one("b", ""));
  expect([passed, failed]).toEqual([2, 0]);
});
