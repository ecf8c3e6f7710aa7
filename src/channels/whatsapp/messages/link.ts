import type { LinkContent } from "../../../host/whatsapp/content.ts";
import { interactiveBody } from "./frame.ts";

/** Source: Meta, "Interactive call-to-action URL button messages" (…/messages/interactive-cta-url-messages). */
export function linkBody(content: LinkContent, text: string) {
  const parameters = { display_text: content.button, url: content.url };
  return interactiveBody(text, content, {
    type: "cta_url",
    action: { name: "cta_url", parameters },
  });
}
