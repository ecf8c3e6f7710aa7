import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import type { ReadContent } from "../../host/whatsapp/content.ts";
import { isTwilioMessage } from "../../host/whatsapp/twilio.ts";
import { unsendable } from "../failure.ts";

/**
 * Writes that a message was read and that an answer is being written as the form that Twilio wants. Source:
 * https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource, a public beta, read on 2026-11-27; Twilio
 * has nothing that shows a message as read alone.
 * @throws ChannelError permanent for what Twilio cannot show
 */
export function twilioTypingForm({ messageId, typing }: ReadContent): URLSearchParams {
  if (!typing) throw unsendable(twilioWhatsAppMessages.readWithoutTyping());
  if (!isTwilioMessage(messageId)) {
    throw unsendable(twilioWhatsAppMessages.noMessageOfTwilio(messageId));
  }
  return new URLSearchParams([
    ["messageId", messageId],
    ["channel", "whatsapp"],
  ]);
}
