import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { readRecipient, type Recipient, refusedRecipient } from "../../host/whatsapp/recipient.ts";
import { unsendable } from "../failure.ts";

/**
 * Writes a recipient as the Cloud API wants it.
 * @throws ChannelError permanent, GB4004
 */
export function recipientOf(written: string): Recipient {
  const recipient = readRecipient(written);
  if (recipient !== undefined) return recipient;
  const { found, expected } = refusedRecipient(written);
  throw unsendable(channelMessages.wrongRecipient("WhatsApp", found, expected));
}
