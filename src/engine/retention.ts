import { DEDUPE_WINDOW_MS } from "./engine.ts";

/** How long the store keeps what is over, in ms; Infinity for as long as nobody deletes it. */
export interface Retention {
  /** Requests, arguments and messages of what ended well or was given up. */
  readonly bodiesMs: number;
  /** What failed for good or whose fate is unknown. */
  readonly failedMs: number;
}

export const STANDARD_RETENTION: Retention = { bodiesMs: DEDUPE_WINDOW_MS, failedMs: Infinity };
