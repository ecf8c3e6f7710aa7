import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
    read: "2026-11-26",
  },
];

/** What passes: too much at once, or something of Meta's own. */
export const RETRY_CODES: ReadonlySet<number> = new Set([
  2, 4, 80007, 130429, 131000, 131016, 131056, 131057,
]);

/** What would fail again: credentials, rules, recipients, payment. */
export const PERMANENT_CODES: ReadonlySet<number> = new Set([
  0, 3, 10, 190, 368, 130472, 130497, 131026, 131031, 131042, 131047, 131049, 131050, 131051,
  131062,
]);

/** Permissions, and templates. */
export const PERMANENT_RANGES = [
  { first: 200, last: 299 },
  { first: 132000, last: 132999 },
];

/** Too many messages to one person; the next attempt waits 4^n seconds. */
export const PAIR_LIMIT_CODE = 131056;

/** Too many messages of one number, account or app. */
export const CHANNEL_LIMIT_CODES: ReadonlySet<number> = new Set([4, 80007, 130429]);

/** What the Graph API says of an id that it does not have, or no more. */
export const UNKNOWN_ID_CODE = 100;

const HINTS: ReadonlyMap<number, string> = new Map([
  [10, "give the access token the whatsapp_business_messaging permission"],
  [190, "the access token has expired or was revoked: set a new WHATSAPP_ACCESS_TOKEN"],
  [131026, "the recipient has no WhatsApp, or has not accepted its current terms"],
  [131030, "a test number sends only to the recipients listed in Meta's dashboard"],
  [131042, "there is a problem with the payment method of the WhatsApp account"],
  [131047, "the person last wrote more than 24 hours ago: only a template can be sent now"],
  [131049, "Meta limits marketing to this person: wait at least 24 hours"],
  [131050, "the person has opted out of these messages"],
  [131056, "too many messages to this person in a short time"],
  [131062, "this message cannot be sent to a business-scoped user id: use a phone number"],
]);

/** Returns what a person can do about a Graph error, where that is known. */
export function graphErrorHint(code: number): string | undefined {
  return HINTS.get(code);
}
