/**
 * What became of the items of deliveries since the engine was started. `received`,
 * `restored` and `retried` together are always the sum of all that follows them.
 */
export interface ItemCounts {
  /** Items of the deliveries that were taken, duplicates among them. */
  readonly received: number;
  /** Items that waited in the store when the engine was started. */
  readonly restored: number;
  /** Items that had failed and that a person gave a new start. */
  readonly retried: number;
  /** Items whose run ended well. */
  readonly handled: number;
  readonly duplicate: number;
  /** Items for which nothing runs, by the reason. */
  readonly unhandled: ReadonlyMap<string, number>;
  readonly dead: number;
  /** Items that waited and that a person gave up. */
  readonly discarded: number;
  /** Items that wait or run. */
  readonly waiting: number;
}
