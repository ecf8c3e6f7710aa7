import { channelMessages } from "../diagnostics/codes/channels.ts";
import { ChannelError } from "../host/channel.ts";
import type { HttpFailure } from "./http-post.ts";
import type { Quote } from "./redact.ts";

/** A message that can never be sent as it is. */
export function unsendable(detail: ChannelError["detail"]): ChannelError {
  return new ChannelError(detail, "permanent");
}

/**
 * Turns a request without an answer into the failure of its message. The causes are not kept:
 * fetch puts headers, and so tokens, into some of its messages.
 * @param channel what the far side is called
 */
export function unanswered(channel: string, failure: HttpFailure, quote: Quote): ChannelError {
  const reason = quote(failure.message);
  return failure.neverSent
    ? new ChannelError(channelMessages.unreachable(channel, reason), "retry")
    : new ChannelError(channelMessages.unanswered(channel, reason), "unknown");
}
