import type { Send } from "./send.ts";
import type { NewJob } from "./work.ts";

/** What stands for the name of a SUB in the job that follows a failed message; no SUB can have it. */
export const FAILURE_HANDLER = "[ON SEND FAILED]";

/** A message that failed for good. */
export interface FailedSend {
  readonly send: Send;
  readonly reason: string;
  /** The far side's own code, such as 131026; undefined where it gave none. */
  readonly code: string | undefined;
  readonly attempts: number;
  /** The far side's id of one that it had taken. */
  readonly messageId: string | undefined;
}

/** Gives the job that follows a failed message; undefined where none does. */
export type FollowFailure = (failed: FailedSend) => NewJob | undefined;
