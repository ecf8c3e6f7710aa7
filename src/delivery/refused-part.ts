import type { Message } from "../diagnostics/diagnostic.ts";
import type { RefusedPart, Send } from "../engine/send.ts";
import type { ChannelError } from "../host/channel.ts";
import { hashOf } from "./dedupe-key.ts";

/** A part of a message that was refused for good, with what explains it to a person. */
export interface ExplainedPart extends RefusedPart {
  readonly detail: Message;
}

/**
 * Makes a message of its own of the part that the far side refused for good. What is refused leaves
 * its message, so that no two parts of one message have the same recipients, and thus none the same id.
 */
export function refusedPartOf(
  item: Send,
  refusal: ChannelError | undefined,
): ExplainedPart | undefined {
  if (refusal?.remaining === undefined) return undefined;
  const { detail, remaining: message, remoteCode: code } = refusal;
  const recipients = message.channel === "mail" ? (message.left ?? message.to) : [message.to];
  const id = hashOf("part", item.id, ...recipients);
  const send = { ...item, id, message, partOf: item.partOf ?? item.id };
  return { send, reason: `${detail.code}: ${detail.message}`, code, detail };
}
