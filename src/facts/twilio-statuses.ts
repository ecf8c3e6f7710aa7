import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://www.twilio.com/docs/messaging/api/message-resource", read: "2026-11-26" },
  { address: "https://www.twilio.com/docs/voice/api/call-resource", read: "2026-11-26" },
  { address: "https://www.twilio.com/docs/voice/twiml/dial", read: "2026-11-27" },
];

/** What Twilio says of a message. */
export const SMS_STATUSES = [
  ...(["accepted", "scheduled", "queued", "sending", "sent", "delivered"] as const),
  ...(["partially_delivered", "read", "undelivered", "failed", "canceled"] as const),
] as const;

/** What Twilio says of a call. */
export const CALL_STATUSES = [
  ...(["queued", "initiated", "ringing", "in-progress", "completed"] as const),
  ...(["busy", "no-answer", "failed", "canceled"] as const),
] as const;

/** What Twilio says that a `<Dial>` came to: DialCallStatus. */
export const DIAL_RESULTS = [
  ...(["completed", "answered", "busy", "no-answer", "failed", "canceled"] as const),
] as const;

/** Those of them with a duration: somebody answered. */
export const ANSWERED_DIALS: ReadonlySet<string> = new Set(["completed", "answered"]);

/** What Twilio was given, and tells of. */
export type TwilioSubject = "sms" | "call";

/** Gives every status that Twilio has for messages or for calls. */
export function statusesOf(about: TwilioSubject): readonly string[] {
  return about === "sms" ? SMS_STATUSES : CALL_STATUSES;
}
