import type { FailureClass } from "./channel.ts";

/**
 * Facts about Meta's Graph API that change, in one place. Read on 2026-11-21; versions from the
 * Graph API changelog, limits from pywa's `types/callback.py` and `client.py`, error classes from
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */

/** The newest version, of 2026-07-29. */
export const GRAPH_VERSION = "v26.0";

/** Where WHATSAPP_API_URL points unless it is set. */
export const GRAPH_API_URL = `https://graph.facebook.com/${GRAPH_VERSION}`;

/** The language of templates that name none: that of the templates that each new account has. */
export const TEMPLATE_LANGUAGE = "en_US";

/** Messages a second that a number may send; received ones count too. */
export const WHATSAPP_RATE = 80;

/** Messages to one recipient: a burst, then one in each interval (ms). */
export const WHATSAPP_PAIR_RATE = { burst: 45, interval: 6000 };

const RETRY_CODES: ReadonlySet<number> = new Set([
  2, 4, 80007, 130429, 131000, 131016, 131056, 131057,
]);

const PERMANENT_CODES: ReadonlySet<number> = new Set([
  0, 3, 10, 190, 368, 130472, 130497, 131026, 131031, 131042, 131047, 131049, 131050, 131051,
  131062,
]);

const PERMANENT_RANGES = [
  { first: 200, last: 299 },
  { first: 132000, last: 132999 },
];

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

/** What a Graph error says beside its code. */
export interface GraphErrorFacts {
  readonly code: number;
  /** The HTTP status; it decides only for codes that are not known. */
  readonly status: number;
  /** Meta's own `is_transient`, where it was given. */
  readonly transient: boolean;
}

/**
 * Tells what a Graph error means for the message. The code decides, since the same error comes
 * with different HTTP statuses (130429 is seen with 429 and 400).
 */
export function classifyGraphError(facts: GraphErrorFacts): FailureClass {
  const { code, status, transient } = facts;
  if (RETRY_CODES.has(code)) return "retry";
  if (PERMANENT_CODES.has(code)) return "permanent";
  if (PERMANENT_RANGES.some(({ first, last }) => code >= first && code <= last)) return "permanent";
  return transient || status === 429 || status >= 500 ? "retry" : "permanent";
}

/** Returns what a person can do about a Graph error, where that is known. */
export function graphErrorHint(code: number): string | undefined {
  return HINTS.get(code);
}

/**
 * When versions end (Graph API changelog, "Available Graph API versions"); those that are not here have no
 * end that is known.
 */
const VERSION_ENDS: ReadonlyMap<string, string> = new Map([
  ["v20.0", "2026-09-24"],
  ["v21.0", "2027-01-21"],
  ["v22.0", "2027-05-20"],
  ["v23.0", "2027-10-08"],
  ["v24.0", "2028-02-18"],
  ["v25.0", "2028-07-29"],
]);

/** Gives when Meta ends a version of its API, in ms since 1970-01-01 UTC; undefined where nobody knows. */
export function graphVersionEnd(version: string): number | undefined {
  const end = VERSION_ENDS.get(version);
  return end === undefined ? undefined : Date.parse(end);
}
