import type { LeaseRequest } from "../lease.ts";
import type { Acceptance, EventWork, NewEvent, Work } from "../work.ts";
import type { DedupeTable } from "./dedupe-table.ts";
import type { EntryTable } from "./entry-table.ts";
import { writeWork } from "./stored-item.ts";
import type { StoredQueue } from "./stored-queue.ts";

/** Where the events of deliveries go. */
export interface EventTargets {
  readonly entries: EntryTable;
  readonly dedupeKeys: DedupeTable;
  readonly work: StoredQueue<Work>;
}

type Written =
  | { readonly outcome: "duplicate" | "unhandled" }
  | { readonly outcome: "accepted"; readonly seq: number; readonly item: EventWork };

/**
 * Writes the events of one delivery; to be called in a transaction.
 * @returns puts them into their lanes and leases what can start, once they are on disk
 */
export function writeEvents(
  events: readonly NewEvent[],
  lease: LeaseRequest,
  targets: EventTargets,
  now: number,
): () => readonly Acceptance[] {
  const { work } = targets;
  let startable = lease.limit;
  const written = events.map((event) => {
    const startsNow = startable > 0 && !work.hasLane(event.lane);
    const one = writeEvent(event, startsNow ? 1 : 0, targets, now);
    if (startsNow && one.outcome === "accepted") startable -= 1;
    return one;
  });
  return () => {
    for (const one of written) {
      if (one.outcome === "accepted") work.add(one.item.id, one.item.lane, one, now);
    }
    let room = lease.limit;
    return written.map((one): Acceptance => {
      if (one.outcome !== "accepted") return { outcome: one.outcome };
      const leased = room > 0 ? work.leaseEntry(one.item.id, lease.leaseMs, now) : undefined;
      if (leased !== undefined) room -= 1;
      return { outcome: "accepted", leased };
    });
  };
}

function writeEvent(
  event: NewEvent,
  attempts: 0 | 1,
  { entries, dedupeKeys }: EventTargets,
  now: number,
): Written {
  const { dedupeKey, unhandled, ...item } = event;
  if (dedupeKey !== undefined && !dedupeKeys.add(dedupeKey, now)) return { outcome: "duplicate" };
  const { id, kind, lane } = item;
  const finished =
    unhandled === undefined ? undefined : ({ state: "unhandled", reason: unhandled } as const);
  const times = { createdAt: now, dueAt: now, heldUntil: undefined };
  const row = {
    id,
    kind,
    lane,
    ...times,
    attempts,
    finished,
    parentId: undefined,
    item: writeWork(item),
  };
  const seq = entries.insert(row, dedupeKey !== undefined);
  if (seq === undefined) return { outcome: "duplicate" };
  return finished === undefined ? { outcome: "accepted", seq, item } : { outcome: "unhandled" };
}
