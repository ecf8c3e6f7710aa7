import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  { address: "https://www.twilio.com/docs/messaging/api/message-resource", read: "2026-11-26" },
  { address: "https://www.twilio.com/docs/voice/api/call-resource", read: "2026-11-26" },
  {
    address:
      "https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder",
    read: "2026-11-26",
  },
];

export const TWILIO_LIMITS = {
  /** Characters of a message, WhatsApp through Twilio too. */
  text: 1600,
  /** Files of a message. */
  files: 10,
  /** Values of a content template. */
  templateValues: 100,
  /** Characters of the parameter Twiml of a call. */
  twiml: 4000,
} as const;
