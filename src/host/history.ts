import type { ChannelName } from "./message.ts";

/**
 * What became of a message: of one that was received nothing more; of one that was sent how far it
 * has come. `unknown` it may have left, `discarded` a person gave it up before it was sent.
 */
export type MessageStatus =
  | "received"
  | "queued"
  | "sent"
  | "delivered"
  | "read"
  | "played"
  | "failed"
  | "unknown"
  | "discarded";

/** What a message said. */
export interface MessageContent {
  readonly direction: "inbound" | "outbound";
  readonly channel: ChannelName;
  /** What the channel calls its kind: `text`, `image`, `button` … */
  readonly type: string;
  /** Of a mail; undefined for anything else. */
  readonly subject: string | undefined;
  /** What can be read of it: a text, a caption, the title of a button; "" where that is nothing. */
  readonly text: string;
  /** When somebody wrote it, as the far side tells, ms since 1970-01-01 UTC; left out where it does not. */
  readonly writtenAt?: number;
  /** Which number of ours it came to: an id of Meta, a number of Twilio; left out where nobody vouches for it. */
  readonly number?: string;
}

/** A message that somebody sent or was sent. */
export interface PastMessage extends MessageContent {
  /** The far side's id; undefined for one that it has not taken, or not answered for. */
  readonly id: string | undefined;
  /** When it was received, or when it was to be sent; ms since 1970-01-01 UTC. */
  readonly timestamp: number;
  readonly status: MessageStatus;
  /** Why it failed, or why nobody knows; undefined for any other. */
  readonly error: string | undefined;
  /** The id by which `gbasic jobs show` knows it. */
  readonly entry: string;
}

/** The messages of one person, in both directions. */
export interface MessageHistory {
  /**
   * Gives the newest messages, oldest of them first.
   * @param person number, mail address or id, in any form
   * @param last messages at most
   */
  of(person: string, last: number): Promise<readonly PastMessage[]>;
}
