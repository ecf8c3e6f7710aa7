import type { FailureClass } from "./channel.ts";

/**
 * Queues and rates that were full, so the message was not taken: too many requests at once, the queue of
 * the number, the account's messages of an hour, the account's rate, the rate of the channel. Source:
 * https://www.twilio.com/docs/api/errors/20429, and likewise of the others, read on 2026-11-26. Not
 * among them are 30001, which comes after a message was taken, and 14107, which stops a runaway script.
 */
const RETRY_CODES: ReadonlySet<number> = new Set([20429, 21611, 60728, 63017, 63018]);

/** What a person can do about a refusal. Source: as above; 21614 from the table of Twilio's REST errors. */
const HINTS: ReadonlyMap<number, string> = new Map([
  [20003, "check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN"],
  [
    21210,
    "the number that it comes from is neither the account's nor verified in the Twilio console",
  ],
  [21211, "the recipient is no valid phone number: write it with + and the country code"],
  [21212, "TWILIO_FROM or TWILIO_CALL_FROM is no valid phone number"],
  [21214, "the recipient's number cannot be reached: check its country code"],
  [21215, "allow calls to that country in the Twilio console, under Voice, Geo permissions"],
  [21219, "a trial account calls only numbers that are verified in the Twilio console"],
  [21408, "allow SMS to that country in the Twilio console"],
  [21606, "TWILIO_FROM is no number of this account that can send SMS"],
  [21608, "a trial account sends only to numbers that are verified in the Twilio console"],
  [14107, "look whether two numbers answer each other in a circle, or a script sends in one"],
  [21614, "the recipient's number can get no SMS: it may be a landline"],
  [21610, "the recipient answered STOP"],
  [
    63016,
    'send a template, which may be sent at any time: SEND WHATSAPP TO number WITH TEMPLATE "HX…"',
  ],
]);

/** Gives what a person can do about an error of Twilio; undefined where nothing is known. */
export function twilioErrorHint(code: number): string | undefined {
  return HINTS.get(code);
}

/**
 * Tells what an answer of Twilio means for the message. 429 and 503 turn the request away at the door.
 * Any other 5xx may come after the message was queued, and Twilio has no idempotency key, so sending it
 * again could send it twice.
 * @param status of HTTP
 * @param code Twilio's own; undefined where it gave none
 */
export function classifyTwilioError(status: number, code: number | undefined): FailureClass {
  if (status === 429 || status === 503) return "retry";
  if (code !== undefined && RETRY_CODES.has(code)) return "retry";
  return status < 300 || status >= 500 ? "unknown" : "permanent";
}
