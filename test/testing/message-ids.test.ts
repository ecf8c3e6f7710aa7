import { beforeAll, expect, test } from "vitest";
import { outcomes } from "./run-tests.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SCRIPT = `ON SMS DO
  FOR EACH NUMBER$ IN ["+5511999990001", "+5511999990002", "+5511999990003"]
    SEND SMS TO NUMBER$ WITH "hello"
    SEND WHATSAPP TO NUMBER$ WITH "hello"
  NEXT NUMBER$
END ON
ON SMS STATUS DO
  SEND MAIL TO "owner@example.com" WITH SUBJECT SMS.status AND BODY SMS.to
END ON
`;

const EACH = `RECEIVE SMS "go"
IDS = {}
FOR EACH MESSAGE IN SENT MESSAGES
  EXPECT IDS[MESSAGE.id] = NULL
  IDS[MESSAGE.id] = TRUE
NEXT MESSAGE`;

const SECOND = `RECEIVE SMS "go"
FOR EACH MESSAGE IN SENT MESSAGES
  IF MESSAGE.channel = "sms" THEN RECEIVE SMS STATUS "delivered" FOR MESSAGE.id
NEXT MESSAGE
EXPECT MAIL TO "owner@example.com" WITH SUBJECT "delivered" CONTAINING "+5511999990001"
EXPECT MAIL TO "owner@example.com" WITH SUBJECT "delivered" CONTAINING "+5511999990002"
EXPECT MAIL TO "owner@example.com" WITH SUBJECT "delivered" CONTAINING "+5511999990003"`;

test("messages that leave at the same time have ids of their own", async () => {
  const found = await outcomes(SCRIPT, [EACH, SECOND]);
  expect([...found.values()]).toEqual([[], []]);
});
