import type { ChannelName } from "../host/message.ts";

/** Which messages that left to tell of. */
export interface SentQuery {
  readonly channel: ChannelName;
  /** Those that left later; store clock, ms since 1970-01-01 UTC. */
  readonly after: number;
}

/** A message that left. */
export interface SentRecord {
  /** As the script wrote it. */
  readonly recipient: string;
  /** Store clock, ms since 1970-01-01 UTC. */
  readonly at: number;
}
