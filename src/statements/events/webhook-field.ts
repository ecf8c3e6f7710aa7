import { eventMessages } from "../../diagnostics/codes/events.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { isFieldName, WEBHOOK_FIELDS } from "../../facts/webhook-fields.ts";

/** Says why a text is no field of Meta's webhooks; undefined where it may be one, known or not. */
export function wrongFieldName(written: string): Message | undefined {
  if (isFieldName(written)) return undefined;
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  const proposed = WEBHOOK_FIELDS.includes(plain) ? plain : suggest(plain, WEBHOOK_FIELDS);
  return eventMessages.noField(written, proposed);
}
