/** How much the engine keeps; each a number of entries. */
export interface MemoryEngineLimits {
  /** Events, jobs and messages that wait; more are refused. */
  readonly waiting: number;
  readonly dedupeKeys: number;
  /** Finished entries of one state, and recorded responses. */
  readonly finished: number;
}

/** What holds unless it is given. */
export const DEFAULT_LIMITS: MemoryEngineLimits = {
  waiting: 100_000,
  dedupeKeys: 1_000_000,
  finished: 10_000,
};
