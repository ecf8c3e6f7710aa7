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
  /** True where one message goes first, at the start and after each pause, and the others once it was let in. */
  readonly startsWithOne?: boolean;
}

/** The rule of a channel that takes as much as there is. */
export const UNBOUND: PacingRule = {
  rate: Infinity,
  pairRate: { burst: Infinity, interval: 0 },
};

/** The rules by channel; a channel without one is not held back. Accounts of a channel keep to its rule each by itself. */
export type Pacing = ReadonlyMap<string, PacingRule>;
