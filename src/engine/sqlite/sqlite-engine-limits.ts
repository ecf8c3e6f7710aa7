/** How much may wait, and how long one may hold up others. */
export interface SqliteEngineLimits {
  /** Events, jobs and messages; more are refused. */
  readonly waiting: number;
  /** Milliseconds for which an entry that fails holds its lane. */
  readonly laneHoldMs: number;
}
