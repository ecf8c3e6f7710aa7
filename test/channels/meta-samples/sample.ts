/** A request as a page of Meta's documentation shows it, and the script that makes it. */
export type MetaSample = readonly [
  /** Below https://developers.facebook.com/documentation/business-messaging/whatsapp; read on 2026-11-26. */
  page: string,
  script: string,
  body: object,
];

/** The recipient of all samples, as a script writes it. */
export const TO = '"+1 (650) 555-1234"';

/** What every message to a phone number begins with. */
export const ENVELOPE = {
  messaging_product: "whatsapp",
  recipient_type: "individual",
  to: "+16505551234",
};
