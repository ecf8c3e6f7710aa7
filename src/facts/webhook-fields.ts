import type { FactSource } from "./fact-source.ts";

export const SOURCES: readonly FactSource[] = [
  {
    address:
      "https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview/",
    read: "2026-11-21",
  },
];

/** Fields of Meta's webhooks beside `messages`, to propose one: Meta adds fields every year. */
export const WEBHOOK_FIELDS: readonly string[] = [
  "account_alerts",
  "account_review_update",
  "account_update",
  "business_capability_update",
  "calls",
  "flows",
  "history",
  "message_template_components_update",
  "message_template_quality_update",
  "message_template_status_update",
  "partner_solutions",
  "payment_configuration_update",
  "phone_number_name_update",
  "phone_number_quality_update",
  "security",
  "smb_app_state_sync",
  "smb_message_echoes",
  "template_category_update",
  "user_preferences",
];

/** Tells whether a field could be called so. */
export function isFieldName(written: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(written);
}
