/** How fast messages of one channel may leave. */
export interface PacingRule {
  /** Messages a second in all; Infinity for no bound. */
  readonly rate: number;
  readonly pairRate: {
    /** Messages that may go to one recipient at once; Infinity for no bound. */
    readonly burst: number;
    /** Milliseconds to each further message. */
    readonly interval: number;
  };
}

/** The rules by channel; a channel without one is not held back. */
export type Pacing = ReadonlyMap<string, PacingRule>;
