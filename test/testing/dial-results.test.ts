import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$ SAYING "Press 1 for sales, 2 for support."
END ON

ON DIGITS "choice" DO
  IF CHOICE$ = "1" THEN DIAL "+5511999999999" TIMEOUT 20 THEN "sales" KEEPING { "order": 7 }
  IF CHOICE$ = "2" THEN DIAL "+5511888888888" THEN "support"
  IF CHOICE$ = "3" THEN
    DIAL "+5511777777777"
    SAY "Nobody there."
  END IF
END ON

ON DIAL RESULT "sales" DO
  LOG "order " + CALL.kept.order + " " + CALL.result + " " + COALESCE(CALL.duration, "none")
  IF GET CALL RESULT = "busy" THEN GATHER DIGITS 1 INTO AGAIN$ SAYING "All are busy. Press 1 to try again."
  IF GET CALL RESULT = "completed" THEN SAY "Bye."
END ON

ON DIAL RESULT "support" DO
  SAY "It came to " + CALL.result
END ON

ON DIGITS "again" DO
  DIAL "+5511999999999" THEN "sales" KEEPING { "order": 8 }
END ON

ON CALL TO "/raw" DO
  PRINT "<Response><Dial action=""/done?id=4"" method=""GET"">+1555</Dial><Say>never</Say></Response>"
END ON

ON WEBHOOK GET TO "/done" SIGNED BY TWILIO DO
  PRINT "<Response><Say>done " + (GET QUERY VALUE "id") + " " + (GET QUERY VALUE "DialCallStatus") + "</Say></Response>"
END ON
`;

const PRESSED = (key: string) => `RECEIVE CALL AT "/twilio/voice"\nPRESS "${key}"\n`;
const HOLDING = [
  `${PRESSED("1")}EXPECT HANGUP REASON = "the caller is put through"`,
  `${PRESSED("1")}RECEIVE DIAL RESULT "busy"\nEXPECT SPOKEN "All are busy."\nEXPECT LOG "order 7 busy none"\nPRESS "1"\nRECEIVE DIAL RESULT "completed" DURATION 12\nEXPECT SPOKEN "Bye."\nEXPECT LOG "order 8 completed 12"`,
  `${PRESSED("1")}RECEIVE DIAL RESULT "Completed" FOR "Sales"\nEXPECT LOG "order 7 completed 30"`,
  `${PRESSED("2")}RECEIVE DIAL RESULT "no-answer"\nEXPECT SPOKEN "It came to no-answer"`,
  `${PRESSED("3")}EXPECT SPOKEN "Nobody there."`,
  `RECEIVE CALL AT "/raw"\nEXPECT HANGUP REASON = "the caller is put through"\nRECEIVE DIAL RESULT "failed"\nEXPECT SPOKEN "done 4 failed"`,
  `RECEIVE DIAL RESULT "canceled" FOR "support"\nEXPECT SPOKEN "It came to canceled"`,
  `${PRESSED("1")}RECEIVE DIAL RESULT "busy" FORGED\nEXPECT STATUS 403\nEXPECT NO LOG "order"`,
  `${PRESSED("1")}RECEIVE DIAL RESULT "busy" FORGED\nRECEIVE DIAL RESULT "busy" UNSIGNED\nEXPECT STATUS 401\nRECEIVE DIAL RESULT "busy"\nEXPECT LOG "order"`,
  `${PRESSED("2")}RECEIVE DIAL RESULT "busy" AT "/twilio/voice/bot/support"\nEXPECT SPOKEN "came to busy"`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE DIAL RESULT "busy" FOR "slaes"', "GB4893"],
  ['RECEIVE DIAL RESULT "busy"', "GB4894"],
  [`${PRESSED("3")}RECEIVE DIAL RESULT "busy"`, "GB4895"],
  [`${PRESSED("2")}RECEIVE DIAL RESULT "busy" FOR "sales"`, "GB4895"],
  [`${PRESSED("2")}RECEIVE DIAL RESULT "busy"\nRECEIVE DIAL RESULT "busy"`, "GB4895"],
  [`${PRESSED("2")}RECEIVE DIAL RESULT "engaged"`, "GB4896"],
  [`${PRESSED("2")}RECEIVE DIAL RESULT "busy" DURATION 3`, "GB4897"],
  [`${PRESSED("2")}RECEIVE DIAL RESULT "completed" DURATION 1.5`, "GB4897"],
  ['LET PATH = "sales"\nRECEIVE DIAL RESULT "busy" AT PATH', "GB3518"],
];

test("what a dialled call came to reaches the block of its DIAL, and the call goes on there", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
