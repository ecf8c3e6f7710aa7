import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON WEBHOOK POST TO "/say" OPEN DO
  SEND CALL TO GET FORM VALUE "To" SAYING GET FORM VALUE "Text" IN "en-GB" WITH VOICE "Polly.Amy"
END ON

ON WEBHOOK POST TO "/ask" OPEN DO
  SEND CALL TO GET FORM VALUE "To" THEN "reminder" KEEPING { "order": 7 } TIMEOUT 20 DETECT MACHINE
END ON

ON WEBHOOK POST TO "/plain" OPEN DO
  SEND CALL TO "client:ana" SAYING "One moment." THEN "plain"
END ON

ON ANSWER "reminder" DO
  IF CALL.answerer = "human" THEN
    GATHER DIGITS 1 INTO KEY$ SAYING "Order " + CALL.kept.order + " for " + CALL.to + ". Press 1."
  ELSE
    SAY "Please call us, says " + GET CALL DIRECTION
  END IF
END ON

ON DIGITS "key" DO
  SAY "You pressed " + KEY$
END ON

ON ANSWER "plain" DO
  SAY "Nobody knows who answers" & CALL.answerer
END ON

ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "failed: " + FAILED.channel + " " + FAILED.to + " " + FAILED.code
END ON
`;

const SAY = 'RECEIVE POST "/say" WITH FORM {"To": "+55 11 99999-9999", "Text": "Ana & Co."}';
const ASK = 'RECEIVE POST "/ask" WITH FORM {"To": "+5511999999999"}';

const HOLDING = [
  `${SAY}\nEXPECT CALL TO "+5511999999999" SAYING "Ana & Co."\nEXPECT NO SMS`,
  `${SAY}\nEXPECT SENT MESSAGES[0].channel = "call"\nEXPECT NO CALL TO "+551188"`,
  'RECEIVE POST "/say" WITH FORM {"To": "", "Text": "x"}\nEXPECT NO CALL\nEXPECT STATUS 200',
  'RECEIVE POST "/say" WITH FORM {"To": "+5511999999999", "Text": ""}\nEXPECT NO CALL',
  `${ASK}\nANSWER CALL\nEXPECT SPOKEN "Order 7 for +5511999999999. Press 1."\nPRESS "1"\nEXPECT SPOKEN "You pressed 1"`,
  `${ASK}\nANSWER CALL BY "machine_start"\nEXPECT SPOKEN "Please call us, says outbound-api"`,
  `RECEIVE POST "/plain"\nANSWER CALL TO "client:ana"\nEXPECT SPOKEN "Nobody knows who answers"\nEXPECT CALL CONTAINING "moment"`,
  `FAIL NEXT CALL WITH 21215\n${SAY}\nEXPECT NO CALL\nEXPECT LOG "failed: call +55 11 99999-9999 21215"`,
  `FAIL NEXT CALL WITH 20429\n${SAY}\nEXPECT NOTHING SENT\nADVANCE 1 HOUR\nEXPECT CALL`,
  `FAIL NEXT CALL UNANSWERED\n${SAY}\nADVANCE 1 DAY\nEXPECT NO CALL`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ["ANSWER CALL", "GB3580"],
  [`${ASK}\nANSWER CALL TO "+5511888888888"`, "GB3580"],
  [`${SAY}\nANSWER CALL`, "GB3581"],
  [`${ASK}\nANSWER CALL BY "machine"`, "GB3582"],
  ['RECEIVE POST "/plain"\nANSWER CALL BY "human"', "GB3583"],
  [`FAIL NEXT CALL WITH 503\n${SAY}`, "GB3524"],
  [`${SAY}\nEXPECT CALL SAYING "Ana"`, "GB3501"],
  [`${SAY}\nEXPECT NO CALL TO "+5511999999999"`, "GB3501"],
];

test("scripts call people, who answer in tests", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
