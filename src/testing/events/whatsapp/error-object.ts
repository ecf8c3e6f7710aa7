import type { JsonObject } from "../json.ts";

/** What Meta says of an error. */
export interface MetaError {
  readonly code: number;
  readonly title: string;
  readonly details: string;
}

/**
 * Makes an error as Meta writes it into events: `code`, `title`, `message`, `error_data.details`
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes).
 */
export function errorObject({ code, title, details }: MetaError): JsonObject {
  return {
    code,
    title,
    message: title,
    error_data: { details },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
}
