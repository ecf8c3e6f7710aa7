import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { LANE_HOLD_MS } from "../engine.ts";
import type { Pace } from "../queue/pace.ts";
import type { Retention } from "../retention.ts";

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

/** What the engine works with. */
export interface MemoryEngineParts {
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
  readonly limits: MemoryEngineLimits;
  readonly pace: Pace;
  /** How long what people wrote and were sent is kept. */
  readonly retention: Pick<Retention, "historyMs">;
  /** What the chance of runs comes from. */
  readonly runSeed: string;
}
