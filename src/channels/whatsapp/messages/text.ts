import type { WhatsAppMessage } from "../../../host/whatsapp/message.ts";
import { type JsonObject, present } from "./json.ts";

/** Source: Meta, "Text messages" (…/whatsapp/messages/text-messages). */
export function textBody({ text, preview }: WhatsAppMessage): JsonObject {
  return { type: "text", text: present({ preview_url: preview, body: text }) };
}
