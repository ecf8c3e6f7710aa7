import { beforeAll, expect, test } from "vitest";
import { outcomes, runTests } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP EVENT "account_update" DO
  LOG WHATSAPP.field + " " + WHATSAPP.value.event + " of " + WHATSAPP.business.account + " at " + HOUR(WHATSAPP.timestamp)
  SEND MAIL TO "owner@example.com" WITH SUBJECT "WhatsApp" AND BODY WHATSAPP.value.ban_info[0].state
END ON

ON WHATSAPP EVENT "phone_number_quality_update" DO
  LOG WHATSAPP.value.current_limit + ": "
END ON

ON WHATSAPP MESSAGE RECEIVED DO
  LOG "message " + GET WHATSAPP MESSAGE BODY
END ON
`;

const BAN = 'WITH VALUE { "event": "DISABLED_UPDATE", "ban_info": [{ "state": "é @ /" }] }';
const EVENT = `RECEIVE WHATSAPP EVENT "account_update" ${BAN}`;

const HOLDING = [
  `${EVENT}\nEXPECT STATUS 200\nEXPECT LOG "account_update DISABLED_UPDATE of 102290129340398 at 12"\nEXPECT MAIL TO "owner@example.com" CONTAINING "é @ /"`,
  `RECEIVE WHATSAPP EVENT "phone_number_quality_update" VALUE { "current_limit": "TIER_10K" }\nEXPECT LOG "TIER_10K: "`,
  `LET CHANGE = { "current_limit": "TIER_1K" }\nRECEIVE WHATSAPP EVENT "phone_number_quality_update", VALUE CHANGE, AS CMZON\nEXPECT LOG "TIER_1K"`,
  `RECEIVE WHATSAPP EVENT "phone_number_quality_update" VALUE "{""current_limit"":""TIER_5K""}"\nEXPECT LOG "TIER_5K"`,
  `RECEIVE WHATSAPP EVENT "security" VALUE { "event": "PIN_CHANGED" }\nEXPECT STATUS 200\nEXPECT NO LOG "security"`,
  `${EVENT} FORGED\nEXPECT STATUS 403\nEXPECT NOTHING SENT`,
  `${EVENT} UNSIGNED\nEXPECT STATUS 401\nEXPECT NOTHING SENT`,
  `${EVENT}\n${EVENT}\nEXPECT LEN(SENT MESSAGES) = 2\nRECEIVE AGAIN\nEXPECT NOTHING SENT`,
  `HOLD EVENTS\nRECEIVE WHATSAPP TEXT "one"\n${EVENT}\nRECEIVE WHATSAPP TEXT "two"\nRELEASE EVENTS\nEXPECT LOG "message one"\nEXPECT LOG "account_update"\nEXPECT LOG "message two"\nEXPECT LEN(SENT MESSAGES) = 1`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE WHATSAPP EVENT "acount_update" VALUE {}', "GB4797"],
  ['RECEIVE WHATSAPP EVENT "account_update" VALUE "BANNED"', "GB4795"],
  ['RECEIVE WHATSAPP EVENT "account_update" VALUE [1]', "GB4795"],
  ['LET FIELD = "messages"\nRECEIVE WHATSAPP EVENT FIELD VALUE {}', "GB4796"],
  ['LET FIELD = "Account Update"\nRECEIVE WHATSAPP EVENT FIELD VALUE {}', "GB2281"],
  ['RECEIVE WHATSAPP EVENT "account_update" VALUE {} AS WHATSABLE', "GB4494"],
  [`HOLD EVENTS\n${EVENT} FORGED`, "GB3515"],
];

test("changes of other fields reach their handlers", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});

test("what cannot be meant is told before anything runs", async () => {
  const written = ['"messages" VALUE {}', '"Account Update" VALUE {}', '"account_update"'];
  const lines = written.map((one) => `  RECEIVE WHATSAPP EVENT ${one}\n`).join("");
  const { findings } = await runTests(
    SCRIPT,
    `TEST "wrong"\n${lines}  EXPECT STATUS 200\nEND TEST\n`,
  );
  expect(findings.map(({ code, line }) => [code, line])).toEqual([
    ["GB4796", 2],
    ["GB2281", 3],
    ["GB2241", 4],
  ]);
  expect(findings[0]?.hint).toContain("write RECEIVE WHATSAPP TEXT");
  expect(findings[1]?.hint).toBe('write "account_update"');
  expect(findings[2]?.message).toContain("VALUE");
});
