/** An entry of a lane queue. */
export interface QueueEntry<T> {
  readonly id: string;
  readonly lane: string;
  readonly item: T;
  readonly createdAt: number;
  attempts: number;
  dueAt: number;
  /** Until then the entries after it in its lane wait for it although it is not due. */
  holdsLaneUntil: number;
  firstFailedAt: number | undefined;
  lease: { readonly token: string; readonly endsAt: number } | undefined;
  /** True where a person gave it a new start, or a worker gave it back. */
  retried: boolean;
}

/** An entry that another process stored. */
export type RestoredEntry<T> = Pick<
  QueueEntry<T>,
  "id" | "lane" | "item" | "createdAt" | "attempts" | "dueAt" | "firstFailedAt" | "retried"
>;

/** For how many milliseconds a new entry waits. */
export interface Waits {
  /** For so long it holds its lane. */
  readonly heldMs: number;
  /** For so long others of its lane may pass. */
  readonly delayMs: number;
}

/** An entry that is due at once. */
export const NO_WAIT: Waits = { heldMs: 0, delayMs: 0 };

/** Entries that run one after another. */
export interface Lane<T> {
  /** In the order in which they were added. */
  readonly entries: QueueEntry<T>[];
  running: QueueEntry<T> | undefined;
}

/** The entry whose turn it is: the first that is due, unless one before it holds the lane. */
export function firstInTurn<T>(lane: Lane<T>, now: number): QueueEntry<T> | undefined {
  return lane.entries.find((entry) => entry.dueAt <= now || entry.holdsLaneUntil > now);
}

/**
 * Gives when time next changes something in a lane; Infinity for never. Entries that are due already wait for another, which has a
 * time of its own.
 */
export function earliestChange(lane: Lane<unknown>, now: number): number {
  let earliest = Infinity;
  for (const { dueAt, holdsLaneUntil } of lane.entries) {
    if (dueAt > now) earliest = Math.min(earliest, dueAt);
    if (holdsLaneUntil > now) earliest = Math.min(earliest, holdsLaneUntil);
  }
  return earliest;
}

/** Moves all times of an entry back. */
export function setBack(entry: QueueEntry<unknown>, byMs: number): void {
  const { firstFailedAt, lease } = entry;
  entry.dueAt -= byMs;
  entry.holdsLaneUntil -= byMs;
  if (firstFailedAt !== undefined) entry.firstFailedAt = firstFailedAt - byMs;
  if (lease !== undefined) entry.lease = { ...lease, endsAt: lease.endsAt - byMs };
}
