import type { SynchronousRequest } from "./recorded-response.ts";
import type { Send } from "./send.ts";
import type { Work } from "./work.ts";

/**
 * `dead` failed for good, or failed while its caller waited; `unknown` may have been sent;
 * `skipped` was not to be sent; `unhandled` had nothing to run; `discarded` a person gave it up.
 */
export type FinishedState = "done" | "dead" | "unknown" | "skipped" | "unhandled" | "discarded";

/** What is known of an entry that no worker will take again. */
export interface FinishedRecord {
  readonly id: string;
  readonly kind: "event" | "job" | "send" | "request";
  readonly state: FinishedState;
  /** Why it ended like this; undefined where it is done. */
  readonly reason: string | undefined;
  readonly attempts: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly createdAt: number;
  readonly finishedAt: number;
  /** Kept where a person may have to look at it: dead, unknown and skipped entries. */
  readonly item: Work | Send | SynchronousRequest | undefined;
}

/** Which finished entries to list. */
export interface ListQuery {
  readonly state: FinishedState;
  /** Entries at most. */
  readonly limit: number;
}
