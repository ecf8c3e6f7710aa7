import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { unsendable } from "../failure.ts";

const PHONE_PUNCTUATION = /[\s().-]/g;
const NUMBER = /^\+?\d{3,15}$/;
/** What Twilio calls beside numbers: its own clients, and SIP. */
const OTHER_PARTY = /^(?:client:\S+|sips?:[^\s@]+@\S+)$/i;

/**
 * Writes whom to call as Twilio takes it.
 * @throws ChannelError permanent for what can never be called
 */
export function calledParty(written: string): string {
  const text = written.trim();
  if (OTHER_PARTY.test(text)) return text;
  const number = text.replace(PHONE_PUNCTUATION, "");
  if (NUMBER.test(number)) return number;
  const expected = "a phone number with its country code, such as +5511999999999";
  throw unsendable(channelMessages.wrongRecipient("Twilio", JSON.stringify(written), expected));
}
