import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { twilioWhatsAppMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import { TWILIO_LIMITS } from "../../facts/twilio-limits.ts";
import type { SmsMessage } from "../../host/message.ts";
import { readSmsRecipient, refusedByTwilio } from "../../host/twilio/recipient.ts";
import { unsendable } from "../failure.ts";
import { checkText } from "../text-length.ts";

/** Whom messages come from. */
export interface SmsSenders {
  /** A number or sender name, or a messaging service (`MG…`). */
  readonly from: string;
  /** Whom WhatsApp messages come from; `from` unless given. */
  readonly whatsappFrom?: string | undefined;
}

/**
 * Writes an SMS as the form that Twilio wants.
 * @throws ChannelError permanent for a recipient or text that cannot be sent
 */
export function smsForm(message: SmsMessage, senders: SmsSenders): URLSearchParams {
  const { text, media = [] } = message;
  if (text !== "" || media.length === 0) checkText("SMS", text, TWILIO_LIMITS.text);
  const to = readSmsRecipient(message.to);
  if (to === undefined) {
    const { found, expected } = refusedByTwilio(message.to);
    throw unsendable(channelMessages.wrongRecipient("SMS", found, expected));
  }
  if (to.startsWith("whatsapp:") && media.length > 1) {
    throw unsendable(twilioWhatsAppMessages.oneFile(media.length));
  }
  const form = new URLSearchParams([["To", to], senderOf(message.from, senders, to)]);
  if (text !== "") form.append("Body", text);
  for (const url of media) form.append("MediaUrl", url);
  // Twilio, "Message resource", parameter ValidityPeriod.
  if (message.validFor !== undefined) form.append("ValidityPeriod", String(message.validFor));
  return form;
}

/** Both ends of a message are on one channel: what goes to `whatsapp:+55…` comes from there too. */
function senderOf(
  own: string | undefined,
  { from, whatsappFrom = from }: SmsSenders,
  to: string,
): [name: string, value: string] {
  const channel = /^([a-z]+:)\+?\d/.exec(to)?.[1] ?? "";
  const sender = own ?? (channel === "whatsapp:" ? whatsappFrom : from);
  if (sender.startsWith("MG")) return ["MessagingServiceSid", sender];
  return ["From", /^\+\d/.test(sender) ? channel + sender : sender];
}
