import { providerMessages } from "../../diagnostics/codes/providers.ts";
import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import { problemOf } from "../../host/whatsapp/problem.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import { PROVIDER_TITLES } from "../../host/whatsapp/providers.ts";
import { unsendable } from "../failure.ts";
import { findRecipient, recipientOf } from "./recipient.ts";

/**
 * Refuses a message that WhatsApp cannot take, before anything of it leaves.
 * @throws ChannelError permanent
 */
export function checkMessage(message: WhatsAppMessage): void {
  const problem = problemOf(message);
  if (problem !== undefined) throw unsendable(problem);
  // Meta, "Configure message time-to-live", read on 2026-11-27: the time belongs to the template.
  if (message.validFor !== undefined) {
    const service = message.provider === undefined ? "Meta" : PROVIDER_TITLES[message.provider];
    throw unsendable(twilioWhatsAppMessages.noTime(service));
  }
  // Whoever read a message is known by the message itself.
  if (message.content?.kind === "read") return;
  if (message.provider === "whatsable" && findRecipient(message) === undefined) {
    const title = PROVIDER_TITLES[message.provider];
    throw unsendable(providerMessages.noNumberTold(title, message.to));
  }
  recipientOf(message);
}
