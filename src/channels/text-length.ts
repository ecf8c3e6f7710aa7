import { channelMessages } from "../diagnostics/codes/channels.ts";
import { unsendable } from "./failure.ts";

/**
 * Refuses a text that a channel cannot carry.
 * @param limit in characters as people count them, so that an emoji is not two
 * @throws ChannelError permanent, GB4005 or GB4007
 */
export function checkText(channel: string, text: string, limit: number): void {
  if (text.trim() === "") throw unsendable(channelMessages.emptyText(channel));
  // Every character has at most two units, so most texts need no counting.
  if (text.length <= limit) return;
  const length = Array.from(text).length;
  if (length > limit) throw unsendable(channelMessages.tooLong(channel, length, limit));
}
