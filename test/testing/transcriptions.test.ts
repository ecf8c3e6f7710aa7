import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$ SAYING "Press 1 for sales, 2 for support."
END ON

ON DIGITS "choice" DO
  IF CHOICE$ = "1" THEN RECORD INTO SALES$ TRANSCRIBED KEEPING { "order": 7 }
  IF CHOICE$ = "2" THEN RECORD INTO SUPPORT$ TRANSCRIBED
  IF CHOICE$ = "3" THEN RECORD INTO SALES$
END ON

ON RECORDING "sales" DO
  SAY "Thank you."
END ON

ON RECORDING "support" DO
  SAY "Thank you."
END ON

ON TRANSCRIPTION "sales" DO
  SEND MAIL TO "sales@example.com" WITH SUBJECT CALL.from AND BODY CALL.transcription + " " + CALL.recording
  IF CALL.kept <> NULL THEN LOG "order " + CALL.kept.order
END ON

ON TRANSCRIPTION "support" DO
  LOG "support: [" + CALL.transcription + "]"
END ON
`;

const PRESSED = (key: string) => `RECEIVE CALL FROM "+15550001111"\nPRESS "${key}"\n`;
const HOLDING = [
  `${PRESSED("1")}RECEIVE TRANSCRIPTION "call me"\nEXPECT STATUS 200\nEXPECT MAIL TO "sales@example.com" WITH SUBJECT "+15550001111" CONTAINING "call me https://api.twilio.com/"\nEXPECT LOG "order 7"`,
  `${PRESSED("1")}RECEIVE TRANSCRIPTION "hi" FOR "Sales", RECORDING "https://example.com/RE1"\nEXPECT MAIL CONTAINING "hi https://example.com/RE1"`,
  `${PRESSED("2")}RECEIVE TRANSCRIPTION ""\nEXPECT LOG "support: []"\nEXPECT NO LOG "order"`,
  `RECEIVE TRANSCRIPTION "no call" FOR "support"\nEXPECT LOG "support: [no call]"`,
  `${PRESSED("1")}RECEIVE TRANSCRIPTION "x" FORGED\nEXPECT STATUS 403\nEXPECT NOTHING SENT`,
  `${PRESSED("1")}RECEIVE TRANSCRIPTION "x" UNSIGNED\nEXPECT STATUS 401`,
  `${PRESSED("1")}RECEIVE TRANSCRIPTION "once"\nRECEIVE AGAIN\nEXPECT NOTHING SENT`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE TRANSCRIPTION "x" FOR "suport"', "GB3560"],
  ['RECEIVE TRANSCRIPTION "x"', "GB3561"],
  [`${PRESSED("3")}RECEIVE TRANSCRIPTION "x"`, "GB3562"],
  [`${PRESSED("2")}RECEIVE TRANSCRIPTION "x" FOR "sales"`, "GB3562"],
  ['LET PATH = "sales"\nRECEIVE TRANSCRIPTION "x" AT PATH', "GB3518"],
];

test("what was said in a recording reaches the block that it was recorded for", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});
