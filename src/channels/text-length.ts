import { channelMessages } from "../diagnostics/codes/channels.ts";
import { charactersBeyond } from "../host/whatsapp/characters.ts";
import { unsendable } from "./failure.ts";

/**
 * Refuses a text that a channel cannot carry.
 * @param limit in characters as people count them, so that an emoji is not two
 * @throws ChannelError permanent, GB4005 or GB4007
 */
export function checkText(channel: string, text: string, limit: number): void {
  if (text.trim() === "") throw unsendable(channelMessages.emptyText(channel));
  const length = charactersBeyond(text, limit);
  if (length !== undefined) throw unsendable(channelMessages.tooLong(channel, length, limit));
}
