import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes",
    read: "2026-11-26",
  },
  // Of May 29, 2025: 132018 tells of values of templates that are not right, from version 23.0 on.
  {
    address: "https://developers.facebook.com/docs/whatsapp/business-platform/changelog",
    read: "2026-11-27",
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
  [0, "Meta did not accept the access token: make a new one, and set WHATSAPP_ACCESS_TOKEN"],
  [
    3,
    "give the app what it calls for: in Meta's dashboard, add the permission whatsapp_business_messaging",
  ],
  [10, "give the access token the whatsapp_business_messaging permission"],
  [190, "the access token has expired or was revoked: set a new WHATSAPP_ACCESS_TOKEN"],
  [
    UNKNOWN_ID_CODE,
    "check the ids and names that were sent, and that the access token may see them",
  ],
  [200, "give the system user of the access token access to the WhatsApp account"],
  [
    368,
    "Meta has restricted the account for breaking its rules: look into WhatsApp Manager, and appeal",
  ],
  [130472, "Meta leaves this person out of marketing for an experiment: do not send it again"],
  [130497, "the account may not write to people in this country: look into its country settings"],
  [131026, "the recipient has no WhatsApp, or has not accepted its current terms"],
  [131030, "a test number sends only to the recipients listed in Meta's dashboard"],
  [131031, "Meta has locked the account: look into WhatsApp Manager, and appeal"],
  [131042, "there is a problem with the payment method of the WhatsApp account"],
  [131047, "the person last wrote more than 24 hours ago: only a template can be sent now"],
  [131049, "Meta limits marketing to this person: wait at least 24 hours"],
  [131050, "the person has opted out of these messages"],
  [131051, "WhatsApp does not take messages of this kind: send it as a text"],
  [131056, "too many messages to this person in a short time"],
  [131062, "this message cannot be sent to a business-scoped user id: use a phone number"],
  [132000, "VALUES needs as many values as the template has places"],
  [
    132001,
    "there is no template of this name in this language, or it is not approved: check LANGUAGE",
  ],
  [
    132018,
    "the values do not fit the template, as one that is empty, has line ends, tabs or too many spaces, or is of another kind: mend VALUES",
  ],
]);

/** Returns what a person can do about a Graph error, where that is known. */
export function graphErrorHint(code: number): string | undefined {
  return HINTS.get(code);
}
