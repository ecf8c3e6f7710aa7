import { channelMessages } from "../../diagnostics/codes/channels.ts";
import {
  EXPECTED_RECIPIENT,
  readRecipient,
  type Recipient,
  showRefused,
} from "../../host/whatsapp/recipient.ts";
import { unsendable } from "../failure.ts";

/**
 * Writes a recipient as the Cloud API wants it.
 * @throws ChannelError permanent, GB4004
 */
export function recipientOf(written: string): Recipient {
  const recipient = readRecipient(written);
  if (recipient !== undefined) return recipient;
  const shown = showRefused(written);
  throw unsendable(channelMessages.wrongRecipient("WhatsApp", shown, EXPECTED_RECIPIENT));
}
