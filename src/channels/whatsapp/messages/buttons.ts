import type { ButtonsContent } from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";

/** Source: Meta, "Interactive reply buttons messages" (…/messages/interactive-reply-buttons-messages). */
export function buttonsBody(content: ButtonsContent, text: string) {
  const buttons = content.buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
  return interactiveBody(text, content, { type: "button", action: { buttons } });
}
