import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { readNumber, refusedByTwilio } from "../../host/twilio/recipient.ts";
import { unsendable } from "../failure.ts";

/** What Twilio calls beside numbers: its own clients, and SIP. */
const OTHER_PARTY = /^(?:client:\S+|sips?:[^\s@]+@\S+)$/i;

/**
 * Writes whom to call as Twilio takes it.
 * @throws ChannelError permanent for what can never be called
 */
export function calledParty(written: string): string {
  const text = written.trim();
  if (OTHER_PARTY.test(text)) return text;
  const number = readNumber(text);
  if (number !== undefined) return number;
  const { found, expected } = refusedByTwilio(written);
  throw unsendable(channelMessages.wrongRecipient("Twilio", found, expected));
}
