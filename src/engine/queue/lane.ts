/** An entry of a lane queue. Its times, unless they say otherwise, are those that the timers count. */
export interface QueueEntry<T> {
  readonly id: string;
  readonly lane: string;
  /** Replaced where a part of it is done. */
  item: T;
  /** When it was stored or last given a new start: store clock, ms since 1970-01-01 UTC. */
  readonly createdAt: number;
  /** The same moment. */
  readonly addedAt: number;
  attempts: number;
  dueAt: number;
  /** Until then the entries after it in its lane wait for it although it is not due. */
  holdsLaneUntil: number;
  /** From when on its failing counts; undefined until it fails. */
  failingSince: number | undefined;
  lease: { readonly token: string; readonly endsAt: number } | undefined;
  /** True where a person gave it a new start, or a worker gave it back. */
  retried: boolean;
}

/** An entry that another process stored, with how long it has been waiting and still has to. */
export interface RestoredEntry<T> extends Pick<
  QueueEntry<T>,
  "id" | "lane" | "item" | "createdAt" | "attempts" | "retried"
> {
  readonly ageMs: number;
  /** 0 where it is due. */
  readonly dueInMs: number;
  /** Undefined where it did not fail. */
  readonly failingMs: number | undefined;
}

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
  /** The first failure since an entry of the lane last came to its end. */
  stuckSince: number | undefined;
}

/** Makes a lane without entries. */
export function emptyLane(): Lane<never> {
  return { entries: [], running: undefined, stuckSince: undefined };
}

/** The entry whose turn it is: the first that is due, unless one before it holds the lane. */
export function firstInTurn<T>(lane: Lane<T>, now: number): QueueEntry<T> | undefined {
  return lane.entries.find((entry) => entry.dueAt <= now || entry.holdsLaneUntil > now);
}

/**
 * Gives when time next changes something in a lane; Infinity for never. Entries that are due already
 * wait for another, which has a time of its own.
 */
export function earliestChange(lane: Lane<unknown>, now: number): number {
  let earliest = Infinity;
  for (const { dueAt, holdsLaneUntil } of lane.entries) {
    if (dueAt > now) earliest = Math.min(earliest, dueAt);
    if (holdsLaneUntil > now) earliest = Math.min(earliest, holdsLaneUntil);
  }
  return earliest;
}

/** Where an entry that is given a new start goes: those keep their order among themselves. */
export function placeOfRetried(lane: Lane<unknown>): number {
  const index = lane.entries.findIndex(({ retried }) => !retried);
  return index === -1 ? lane.entries.length : index;
}

/** Counts the entries of a lane by what they wait for. @param readyAt when any of them may start */
export function countInLane(
  { entries }: Lane<unknown>,
  readyAt: number,
  now: number,
  counts: { due: number; delayed: number; running: number },
): void {
  let isBlocked = readyAt > now;
  for (const { dueAt, holdsLaneUntil, lease } of entries) {
    if (lease !== undefined) counts.running += 1;
    else if (isBlocked || dueAt > now) counts.delayed += 1;
    else counts.due += 1;
    isBlocked ||= lease === undefined && dueAt > now && holdsLaneUntil > now;
  }
}
