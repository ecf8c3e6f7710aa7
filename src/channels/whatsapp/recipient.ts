import { channelMessages } from "../../diagnostics/codes/channels.ts";
import type { WhatsAppMessage } from "../../host/whatsapp/message.ts";
import {
  readDelivered,
  readRecipient,
  type Recipient,
  refusedRecipient,
} from "../../host/whatsapp/recipient.ts";
import { unsendable } from "../failure.ts";

/** Whom a message goes to. */
type Addressed = Pick<WhatsAppMessage, "to" | "asDelivered">;

/**
 * Writes the recipient of a message as the Cloud API wants it.
 * @throws ChannelError permanent, GB4004
 */
export function recipientOf(message: Addressed): Recipient {
  const recipient = findRecipient(message);
  if (recipient !== undefined) return recipient;
  const { found, expected } = refusedRecipient(message.to);
  throw unsendable(channelMessages.wrongRecipient("WhatsApp", found, expected));
}

/** Finds the recipient of a message; undefined for what WhatsApp cannot send to. */
export function findRecipient({ to, asDelivered }: Addressed): Recipient | undefined {
  return readRecipient(to) ?? (asDelivered === true ? readDelivered(to) : undefined);
}
