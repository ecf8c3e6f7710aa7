import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { TwilioStatusDeclaration } from "../../host/handler.ts";
import { statusesOf, type TwilioSubject } from "../../facts/twilio-statuses.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import { callObject, readCall } from "../calls/get-call.ts";
import { defineDeclaration } from "../define.ts";
import { readSms, smsObject } from "../sms/get-sms.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

/** `ON SMS STATUS … END ON`: what became of messages that SEND SMS sent. */
export const onSmsStatus = defineDeclaration({
  pattern: "ON SMS STATUS [<status?:constant>] [DO]",
  summary:
    "Runs the block once for each status of a message that SEND SMS sent, or for the one that is named: queued, sent, delivered, undelivered, failed, read for WhatsApp messages, and rarer ones. SMS.status tells it, SMS.to whom the message was for, SMS.id which one it was, SMS.error and SMS.reason why it did not arrive. Needs PUBLIC_URL, at which Twilio reports.",
  example: `ON SMS STATUS "undelivered" DO
  LOG SMS.to + " did not get it: " + SMS.reason
END ON

ON SMS STATUS DO
  PRINT SMS.status
END ON`,
  request: "/twilio/sms/status -d MessageSid=SM1 -d MessageStatus=delivered",
  output: "delivered",
  raises: ["GB1105", "GB2230", "GB2282", "GB2668"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { object: smsObject, readObject: readSms },
  declare: ({ status }, spans) => declaration("sms", status, spans.get("status")),
});

/** `ON CALL STATUS … END ON`: what became of calls that SEND CALL made. */
export const onCallStatus = defineDeclaration({
  pattern: "ON CALL STATUS [<status?:constant>] [DO]",
  summary:
    "Runs the block once for each status of a call that SEND CALL made, or for the one that is named: initiated, ringing, in-progress, completed, busy, no-answer, failed, canceled. CALL.status tells it, CALL.to who was called, CALL.id which call it was, CALL.duration how many seconds it took, CALL.answerer who answered where DETECT found out, CALL.reason why nobody was reached. Needs PUBLIC_URL, at which Twilio reports.",
  example: `ON CALL STATUS "no-answer" DO
  SEND SMS TO CALL.to WITH "We could not reach you."
END ON

ON CALL STATUS DO
  PRINT CALL.status + " after " + CALL.duration + " s"
END ON`,
  request: "/twilio/voice/status -d CallSid=CA1 -d CallStatus=completed -d CallDuration=12",
  output: "completed after 12 s",
  raises: ["GB1105", "GB2230", "GB2282", "GB2668"],
  block: "ON",
  elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
  values: { object: callObject, readObject: readCall },
  declare: ({ status }, spans) => declaration("call", status, spans.get("status")),
});

function declaration(
  about: TwilioSubject,
  status: string | undefined,
  span: Parameters<typeof errorsAt>[0],
): TwilioStatusDeclaration {
  const known = statusesOf(about);
  const wanted = status?.trim().toLowerCase();
  if (wanted !== undefined && !known.includes(wanted)) {
    errorsAt(span, () => {
      throw new BasicError(
        phoneCheckMessages.unknownStatus(about, status ?? "", suggest(wanted, known), known),
      );
    });
  }
  return { kind: "twilio-status", about, status: wanted, verification: "twilio" };
}
