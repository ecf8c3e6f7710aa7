import { DEDUPE_WINDOW_MS } from "./engine.ts";

/** How long the store keeps what is over, in ms; Infinity for as long as nobody deletes it. */
export interface Retention {
  /** Requests, arguments and messages of what ended well or was given up. */
  readonly bodiesMs: number;
  /** What failed for good or whose fate is unknown. */
  readonly failedMs: number;
  /** What people wrote and were sent, as their history. */
  readonly historyMs: number;
  /** Files that runs fetched; Infinity unless given. */
  readonly filesMs?: number;
}

export const STANDARD_RETENTION: Retention = {
  bodiesMs: DEDUPE_WINDOW_MS,
  failedMs: Infinity,
  historyMs: 30 * 24 * 60 * 60_000,
  filesMs: Infinity,
};
