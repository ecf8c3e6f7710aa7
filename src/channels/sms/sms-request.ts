import { channelMessages } from "../../diagnostics/codes/channels.ts";
import type { SmsMessage } from "../../host/message.ts";
import { unsendable } from "../failure.ts";
import { checkText } from "../text-length.ts";

/** Characters of one SMS request. Source: Twilio, "Message resource", parameter Body. */
const SMS_TEXT_LIMIT = 1600;

const PHONE_PUNCTUATION = /[\s().-]/g;

/** A number with or without `+`, or the address of a channel such as `whatsapp:+55…`. */
const RECIPIENT = /^(?:[a-z]+:)?\+?\d{3,15}$/;

/**
 * Writes an SMS as the form that Twilio wants.
 * @param from a number or sender name, or a messaging service (`MG…`)
 * @throws ChannelError permanent for a recipient or text that cannot be sent
 */
export function smsForm(message: SmsMessage, from: string): URLSearchParams {
  checkText("SMS", message.text, SMS_TEXT_LIMIT);
  const to = message.to.trim().replace(PHONE_PUNCTUATION, "");
  if (!RECIPIENT.test(to)) {
    const expected = "a phone number with its country code, such as +5511999999999";
    throw unsendable(channelMessages.wrongRecipient("SMS", JSON.stringify(message.to), expected));
  }
  const sender = from.startsWith("MG") ? "MessagingServiceSid" : "From";
  return new URLSearchParams([
    ["To", to],
    [sender, from],
    ["Body", message.text],
  ]);
}
