import { LANE_HOLD_MS } from "../engine.ts";

/** How much the engine keeps, in entries, and how long one may hold up others. */
export interface MemoryEngineLimits {
  /** Events, jobs and messages that wait; more are refused. */
  readonly waiting: number;
  readonly dedupeKeys: number;
  /** Finished entries of one state, and recorded responses. */
  readonly finished: number;
  /** Milliseconds for which an entry that fails holds its lane. */
  readonly laneHoldMs: number;
}

/** What holds unless it is given. */
export const DEFAULT_LIMITS: MemoryEngineLimits = {
  waiting: 100_000,
  dedupeKeys: 1_000_000,
  finished: 10_000,
  laneHoldMs: LANE_HOLD_MS,
};
