import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://www.twilio.com/docs/messaging/api/message-resource", read: "2026-11-26" },
  { address: "https://www.twilio.com/docs/voice/api/call-resource", read: "2026-11-26" },
  { address: "https://www.twilio.com/docs/api/errors/90007", read: "2026-11-27" },
  { address: "https://www.twilio.com/docs/api/errors/21617", read: "2026-11-27" },
  { address: "https://www.twilio.com/docs/api/errors/13521", read: "2026-11-27" },
  {
    address: "https://www.twilio.com/docs/content-api/using-variables-with-content-api",
    read: "2026-11-27",
  },
  {
    address:
      "https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder",
    read: "2026-11-26",
  },
];

/** What a name in VALUES of a content template can be: without blanks, 16 characters at most. */
export const TWILIO_VALUE_NAME = /^\S{1,16}$/;

export const TWILIO_LIMITS = {
  /** Characters of a message, also of an answer in TwiML, WhatsApp through Twilio too. */
  text: 1600,
  /** Seconds for which a message may wait in Twilio's queue. */
  validity: { least: 1, most: 36_000 },
  /** Files of a message. */
  files: 10,
  /** Values of a content template. */
  templateValues: 100,
  /** Characters of the parameter Twiml of a call. */
  twiml: 4000,
} as const;

/** Characters that a voice reads out at once; those of Amazon and Google begin with who makes them. */
export function spokenLimit(voice: string | undefined): number {
  if (voice?.startsWith("Polly.") === true) return 3000;
  return voice?.startsWith("Google.") === true ? 5000 : 4096;
}
