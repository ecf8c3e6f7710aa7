import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WHATSAPP MESSAGE RECEIVED DO
  LOG WHATSAPP.business.id + " " + WHATSAPP.business.number
  LOG WHATSAPP.sender.address + " " + WHATSAPP.sender.username + " " + WHATSAPP.sender.parent
  SEND WHATSAPP TO WHATSAPP.sender.address WITH "answer"
  SEND WHATSAPP TO "+15550009999" WITH "copy" USING "333"
END ON

ON WHATSAPP STATUS DO
  LOG "status of " + WHATSAPP.business.id
END ON
`;

const USUAL = "106540352242922";
const HOLDING = [
  `RECEIVE WHATSAPP TEXT "hi" NUMBER ID "222"\nEXPECT LOG "222 15550783881"\nEXPECT SENT WHATSAPP SAYING "answer" USING "222"\nEXPECT SENT WHATSAPP SAYING "copy" USING "333"\nEXPECT NO WHATSAPP USING "${USUAL}"`,
  `RECEIVE WHATSAPP TEXT "hi"\nEXPECT LOG "${USUAL} 15550783881"\nEXPECT SENT WHATSAPP SAYING "answer" USING "${USUAL}"\nEXPECT SENT MESSAGES[0].from = "${USUAL}"`,
  `RECEIVE WHATSAPP TEXT "hi" BUSINESS NUMBER "+1 555 000-2222", NUMBER ID 222\nEXPECT LOG "222 15550002222"`,
  `RECEIVE WHATSAPP STATUS "read" FOR "wamid.1" NUMBER ID "222"\nEXPECT LOG "status of 222"`,
  `RECEIVE WHATSAPP TEXT "hi" FROM "+15550001111" USERNAME "ana.reis"\nEXPECT LOG "15550001111 ana.reis"`,
  `RECEIVE WHATSAPP TEXT "hi" USER ID "BR.15" PARENT ID "US.ENT.118" USERNAME "ana.reis"\nEXPECT LOG "US.ENT.118 ana.reis US.ENT.118"\nEXPECT SENT WHATSAPP TO "US.ENT.118" SAYING "answer"`,
  `RECEIVE WHATSAPP IMAGE PARENT ID "US.ENT.118"\nEXPECT LOG "US.ENT.118"`,
  `HOLD EVENTS\nRECEIVE WHATSAPP TEXT "a" NUMBER ID "222"\nRECEIVE WHATSAPP TEXT "b"\nRECEIVE WHATSAPP TEXT "c" NUMBER ID "222"\nRELEASE EVENTS\nEXPECT SENT MESSAGES[0].from = "222"\nEXPECT SENT WHATSAPP SAYING "answer" USING "${USUAL}"\nEXPECT LEN(SENT MESSAGES) = 6`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE WHATSAPP TEXT "hi" NUMBER ID "+15550001111"', "GB4760"],
  ['RECEIVE WHATSAPP TEXT "hi" NUMBER ID ""', "GB4760"],
  ['RECEIVE WHATSAPP TEXT "hi" BUSINESS NUMBER "mine"', "GB4246"],
  ['RECEIVE WHATSAPP TEXT "hi" PARENT ID "118"', "GB4247"],
  ['RECEIVE WHATSAPP TEXT "hi" AS WHATSABLE NUMBER ID "222"', "GB4793"],
];

test("a test says which number was written to, and by which names a person is known", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
