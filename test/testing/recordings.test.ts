import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$ SAYING "Press 1 for sales, 2 for support."
END ON

ON DIGITS "choice" DO
  IF CHOICE$ = "1" THEN RECORD INTO SALES$ TRANSCRIBED KEEPING { "order": 7 }
  IF CHOICE$ = "2" THEN
    RECORD INTO SUPPORT$
    SAY "I heard nothing."
  END IF
  IF CHOICE$ = "3" THEN SAY "Bye."
END ON

ON RECORDING "sales" DO
  SAY "Thank you for " + GET CALL DURATION + " seconds."
  LOG "order " + CALL.kept.order + " " + SALES$
END ON

ON RECORDING "support" DO
  SAY "One more question."
  GATHER DIGITS 1 INTO AGAIN$ SAYING "Press 1 to record again."
END ON

ON DIGITS "again" DO
  RECORD INTO SUPPORT$
END ON

ON TRANSCRIPTION "sales" DO
  LOG "said " + CALL.transcription
END ON

ON CALL TO "/raw" DO
  PRINT "<Response><Record action=""/done?id=4"" method=""GET""/></Response>"
END ON

ON WEBHOOK GET TO "/done" SIGNED BY TWILIO DO
  PRINT "<Response><Say>done " + (GET QUERY VALUE "id") + "</Say></Response>"
END ON
`;

const PRESSED = (key: string) => `RECEIVE CALL AT "/twilio/voice"\nPRESS "${key}"\n`;
const HOLDING = [
  `${PRESSED("1")}RECEIVE RECORDING SECONDS 12\nEXPECT SPOKEN "Thank you for 12 seconds."\nEXPECT LOG "order 7 https://api.twilio.com/"`,
  `${PRESSED("1")}RECEIVE RECORDING URL "https://example.com/RE1" FOR "Sales"\nEXPECT SPOKEN "for 5 seconds"\nEXPECT LOG "order 7 https://example.com/RE1"`,
  `${PRESSED("1")}RECEIVE RECORDING\nRECEIVE TRANSCRIPTION "call me"\nEXPECT LOG "said call me"`,
  `${PRESSED("2")}EXPECT SPOKEN "I heard nothing."\nRECEIVE RECORDING\nEXPECT SPOKEN "One more question."\nPRESS "1"\nRECEIVE RECORDING\nEXPECT SPOKEN "Press 1"`,
  `RECEIVE CALL AT "/raw"\nRECEIVE RECORDING\nEXPECT SPOKEN "done 4"`,
  `RECEIVE RECORDING FOR "support"\nEXPECT SPOKEN "One more question."\nEXPECT HANGUP REASON = ""`,
  `${PRESSED("1")}RECEIVE RECORDING FORGED\nEXPECT STATUS 403\nEXPECT NO LOG "order"`,
  `${PRESSED("1")}RECEIVE RECORDING FORGED\nEXPECT STATUS 403\nRECEIVE RECORDING\nEXPECT SPOKEN "Thank you"\nEXPECT LOG "order 7"`,
  `${PRESSED("2")}RECEIVE RECORDING FORGED\nRECEIVE RECORDING UNSIGNED\nEXPECT STATUS 401\nRECEIVE RECORDING FOR "support"\nRECEIVE RECORDING AT "/twilio/voice/bot/sales" FORGED\nPRESS "1"\nRECEIVE RECORDING`,
  `${PRESSED("1")}RECEIVE RECORDING UNSIGNED\nEXPECT STATUS 401`,
  `${PRESSED("2")}RECEIVE RECORDING AT "/twilio/voice/bot/support"\nEXPECT SPOKEN "One more"`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE RECORDING FOR "suport"', "GB4803"],
  ["RECEIVE RECORDING", "GB4804"],
  [`${PRESSED("3")}RECEIVE RECORDING`, "GB4805"],
  [`${PRESSED("2")}RECEIVE RECORDING FOR "sales"`, "GB4805"],
  [`${PRESSED("1")}RECEIVE RECORDING\nRECEIVE RECORDING`, "GB4805"],
  ["RECEIVE RECORDING SECONDS 0", "GB4806"],
  ["RECEIVE RECORDING SECONDS 1.5", "GB4806"],
  ['LET PATH = "sales"\nRECEIVE RECORDING AT PATH', "GB3518"],
];

test("what a caller records reaches the block of its RECORD, and the call goes on there", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
