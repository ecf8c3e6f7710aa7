import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

/** In the shapes of the webhooks that General Bots' manual shows, as far as their statements exist. */
const SCRIPTS = {
  "status.bas": `WEBHOOK "service-status"
result_status = "healthy"
result_timestamp = NOW()
result_day = FORMAT(NOW(), "DD/MM/YYYY")
`,
  "payments.bas": `WEBHOOK "payment-events"
event_type = body.type
data = body.data.object
SELECT CASE event_type
  CASE "payment.succeeded"
    amount = data.amount / 100
    IF amount > 1000 THEN
      SEND MAIL "sales@example.com", "A large payment", "Payment " + data.id + ": " + amount
    END IF
    result_message = "paid " + amount
  CASE "payment.failed"
    result_status = 402
    result_error = "failed: " + data.reason
    EXIT
  CASE ELSE
    result_message = "ignored " + event_type
    EXIT
END SELECT
result_status = "ok"
`,
  "ask.bas": `WEBHOOK "ask"
question = body.question
IF LEN(question) < 3 THEN
  result_status = 400
  result_error = "a question is missing" ' as a comment may stand
  EXIT
ELSE IF question CONTAINS "price" THEN
  answer = "see the list"
ELSE
  answer = LLM question
END IF
result_status = "ok"
result_answer = answer
TALK "answered"
`,
};

const STATUS = `TEST "status"
  SET CLOCK "2026-11-26 10:00"
  RECEIVE GET "/webhook/service-status"
  EXPECT STATUS 200
  LET ANSWER = PARSE JSON RESPONSE BODY
  EXPECT ANSWER.status = "healthy"
  EXPECT ANSWER.day = "26/11/2026"
END TEST
`;

const PAYMENTS = `TEST "a large payment"
  RECEIVE POST "/webhook/payment-events" WITH JSON { "type": "payment.succeeded", "data": { "object": { "id": "p1", "amount": 250000 } } }
  EXPECT MAIL TO "sales@example.com" WITH SUBJECT "A large payment" CONTAINING "p1: 2500"
  EXPECT BODY "{""message"":""paid 2500"",""status"":""ok""}"
END TEST

TEST "a payment that failed"
  RECEIVE POST "/webhook/payment-events" WITH JSON { "type": "payment.failed", "data": { "object": { "reason": "no cover" } } }
  EXPECT STATUS 402
  EXPECT BODY "{""error"":""failed: no cover""}"
  EXPECT NOTHING SENT
END TEST

TEST "another event, in a form"
  RECEIVE POST "/webhook/payment-events" WITH FORM { "type": "payout" }
  EXPECT BODY "{""message"":""ignored payout""}"
END TEST
`;

const ASK = `TEST "a question"
  MOCK GENERATE RESPONSE WITH "at nine"
  RECEIVE POST "/webhook/ask" WITH JSON { "question": "When do you open?" }
  EXPECT BODY "{""status"":""ok"",""answer"":""at nine""}"
END TEST

TEST "no question"
  RECEIVE POST "/webhook/ask" WITH JSON {}
  EXPECT STATUS 400
END TEST
`;

test("webhooks are tested as they are served", async () => {
  const tests = { "status.test.bas": STATUS, "payments.test.bas": PAYMENTS, "ask.test.bas": ASK };
  const { stdout, stderr } = await gbasic(["test"], await folderWith({ ...SCRIPTS, ...tests }));
  expect(stdout + stderr).toContain("6 passed");
});

test("requests are signed as the handler of their path wants it, and LIMIT counts them", async () => {
  const folder = await folderWith({
    "bot.bas": `ON WEBHOOK POST TO "/git/:name" SIGNED BY GITHUB DO
  PRINT GET PATH VALUE "name"
END ON
ON WEBHOOK POST TO "/pay" SIGNED BY STRIPE LIMIT 2 PER MINUTE DO
  PRINT "paid"
END ON
`,
    "bot.test.bas": `TEST "signed"
  RECEIVE POST "/git/hub" WITH JSON { "zen": 1 }
  EXPECT BODY "hub"
  RECEIVE POST "/git/hub" WITH JSON { "zen": 1 } AND FORGED
  EXPECT STATUS 403
  RECEIVE POST "/git/hub" WITH JSON { "zen": 1 } AND UNSIGNED
  EXPECT STATUS 401
END TEST

TEST "limited, until a minute is over"
  RECEIVE POST "/pay" WITH JSON { "type": "a" }
  RECEIVE POST "/pay" WITH JSON { "type": "b" }
  EXPECT BODY "paid"
  RECEIVE POST "/pay" WITH JSON { "type": "c" }
  EXPECT STATUS 429
  ADVANCE 61 SECONDS
  RECEIVE POST "/pay" WITH JSON { "type": "d" }
  EXPECT BODY "paid"
END TEST
`,
  });
  const { stdout, stderr } = await gbasic(["test"], folder);
  expect(stdout + stderr).toContain("2 passed");
});
