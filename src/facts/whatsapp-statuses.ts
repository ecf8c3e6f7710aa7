import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status",
    read: "2026-11-21",
  },
];

/** What WhatsApp tells of a message that was sent; `played` is of voice messages. */
export const MESSAGE_STATUSES = ["sent", "delivered", "read", "played", "failed"] as const;
