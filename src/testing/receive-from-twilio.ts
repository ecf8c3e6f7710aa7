import { SOMEBODY } from "./event-desk.ts";
import { smsForm } from "./events/twilio/message-forms.ts";
import { checkedPath } from "./request-path.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO, twilioRequest } from "./twilio-request.ts";

/** Who calls or writes, and where Twilio asks; what is undefined stands for what is usual in tests. */
export interface PhoneParties {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The path of the script; without it the one that its handlers tell of. */
  readonly at: string | undefined;
  /** UNSIGNED, FORGED or nothing. */
  readonly signature: string | undefined;
}

/**
 * Lets somebody call the script, up to the first question.
 * @throws BasicError GB3511 where it is not clear which path is meant, GB3518 for what is no path
 */
export async function receiveTwilioCall(
  { events, routes }: TestBed,
  { from, to, at, signature }: PhoneParties,
): Promise<void> {
  const call = {
    accountSid: TEST_TWILIO.accountSid,
    callSid: TEST_TWILIO.sid("CA", events.next()),
    ...parties(from, to),
  };
  await events.ring(call, at === undefined ? routes.call() : checkedPath(at), signature);
}

/**
 * Hands an SMS to the script, and waits until all that comes of it is done.
 * @throws BasicError GB3511 where it is not clear which path is meant, GB3518 for what is no path
 */
export async function receiveTwilioSms(
  { events, routes }: TestBed,
  body: string,
  { from, to, at, signature }: PhoneParties,
): Promise<void> {
  const number = events.next();
  const form = smsForm({
    accountSid: TEST_TWILIO.accountSid,
    messageSid: TEST_TWILIO.sid("SM", number),
    ...parties(from, to),
    body,
  });
  const target = at === undefined ? routes.sms() : checkedPath(at);
  await events.send(twilioRequest({ target, method: "POST", form }, number, signature));
}

function parties(from: string | undefined, to: string | undefined) {
  return { from: from ?? SOMEBODY.number ?? "", to: to ?? TEST_TWILIO.number };
}
