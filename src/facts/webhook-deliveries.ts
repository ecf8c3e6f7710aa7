import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview",
    read: "2026-11-26",
  },
];

/** Days for which Meta delivers again what was not answered with 200. */
export const META_REDELIVERY_DAYS = 7;

/** Bytes of one delivery of Meta at most. */
export const META_DELIVERY_BYTES = 3 * 1024 * 1024;
