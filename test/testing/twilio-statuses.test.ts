import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON SMS DO
  SEND SMS TO SMS.from WITH SMS.body
  SEND CALL TO SMS.from SAYING SMS.body
END ON

ON SMS STATUS "undelivered" DO
  LOG "lost " + SMS.to + " " + SMS.id + " " + GET SMS ERROR + " " + SMS.reason
END ON

ON SMS STATUS DO
  LOG "sms " + SMS.status + " " + SMS.to + " from " + SMS.from
  SEND SMS TO "+15550002222" WITH "status " + SMS.status
END ON

ON CALL STATUS "BUSY" DO
  LOG "busy: " + CALL.reason
END ON

ON CALL STATUS DO
  LOG "call " + CALL.status + " " + CALL.to + " " + CALL.duration + " " + CALL.answerer
END ON

ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG "failed " + FAILED.channel + " " + FAILED.code + ": " + FAILED.error
END ON
`;

const SENT = 'RECEIVE SMS "hi" FROM "+5511999999999"';
const status = (at: number) => `(GET MESSAGE HISTORY FROM "+5511999999999")[${String(at)}].status`;

const HOLDING = [
  `${SENT}\nRECEIVE SMS STATUS "delivered"\nEXPECT LOG "sms delivered +5511999999999 from +15550001111"\nEXPECT STATUS 200`,
  `${SENT}\nRECEIVE SMS STATUS "undelivered" ERROR "30003"\nEXPECT LOG "lost +5511999999999 SM1 30003 the phone is off or out of reach"\nEXPECT LOG "failed sms 30003: "`,
  `${SENT}\nRECEIVE SMS STATUS "failed" FOR SENT MESSAGES[0].id\nEXPECT LOG "sms failed"\nEXPECT LOG "failed sms "`,
  `${SENT}\nRECEIVE CALL STATUS "busy"\nEXPECT LOG "busy: the line was busy"\nEXPECT LOG "failed call "`,
  `${SENT}\nRECEIVE CALL STATUS "Completed" DURATION 12 ANSWERED BY "human"\nEXPECT LOG "call completed +5511999999999 12 human"`,
  `${SENT}\nRECEIVE SMS STATUS "delivered"\nRECEIVE AGAIN\nRECEIVE AGAIN\nEXPECT LEN(SENT MESSAGES) = 3`,
  `${SENT}\nRECEIVE SMS STATUS "delivered"\nRECEIVE SMS STATUS "sent" FOR SENT MESSAGES[0].id\nEXPECT ${status(1)} = "delivered"`,
  `${SENT}\nRECEIVE SMS STATUS "read"\nEXPECT ${status(1)} = "read"`,
  `${SENT}\nRECEIVE SMS STATUS "undelivered" ERROR "30007"\nEXPECT ${status(1)} = "failed"`,
  `${SENT}\nRECEIVE CALL STATUS "in-progress"\nEXPECT ${status(2)} = "delivered"`,
  `FAIL NEXT SMS UNANSWERED\n${SENT}\nEXPECT ${status(1)} = "unknown"\nRECEIVE SMS STATUS "queued"\nEXPECT ${status(1)} = "sent"`,
  `FAIL NEXT CALL UNANSWERED\n${SENT}\nRECEIVE CALL STATUS "no-answer"\nEXPECT ${status(2)} = "failed"\nEXPECT LOG "nobody answered"`,
  `${SENT}\nRECEIVE SMS STATUS "delivered" FORGED\nEXPECT STATUS 403\nEXPECT NO LOG "sms delivered"`,
  `${SENT}\nRECEIVE SMS STATUS "delivered" UNSIGNED\nEXPECT STATUS 401`,
];

const FAILING: readonly (readonly [body: string, code: string])[] = [
  ['RECEIVE SMS STATUS "delivered"', "GB3584"],
  [`${SENT}\nRECEIVE SMS STATUS "delivered" FOR "SM9"`, "GB3584"],
  [`${SENT}\nRECEIVE SMS STATUS "busy"`, "GB3585"],
  [`${SENT}\nRECEIVE CALL STATUS "delivered"`, "GB3585"],
];

test("scripts hear what became of messages and calls", async () => {
  const found = await outcomes(SCRIPT, [...HOLDING, ...FAILING.map(([body]) => body)]);
  expect(HOLDING.map((body) => [body, found.get(body)])).toEqual(HOLDING.map((body) => [body, []]));
  expect(FAILING.map(([body]) => [body, found.get(body)?.[0]])).toEqual(FAILING);
});

test("without handlers the history alone is told", async () => {
  const script = 'ON SMS DO\n  SEND SMS TO SMS.from WITH "hello"\nEND ON\n';
  const body = `${SENT}\nRECEIVE SMS STATUS "delivered"\nEXPECT STATUS 200\nEXPECT ${status(1)} = "delivered"`;
  expect((await outcomes(script, [body])).get(body)).toEqual([]);
});
