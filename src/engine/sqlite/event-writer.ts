import type { Leased, LeaseRequest } from "../lease.ts";
import type { ItemLedger } from "../queue/item-ledger.ts";
import type { Acceptance, EventWork, NewEvent, Work } from "../work.ts";
import type { DedupeTable } from "./dedupe-table.ts";
import type { EntryTable } from "./entry-table.ts";
import type { ReportTable } from "./report-table.ts";
import { writeWork } from "./stored-item.ts";
import type { StoredQueue } from "./stored-queue.ts";

/** Where the events of deliveries go. */
export interface EventTargets {
  readonly entries: EntryTable;
  readonly dedupeKeys: DedupeTable;
  readonly work: StoredQueue<Work>;
  readonly items: ItemLedger;
  readonly reports: ReportTable;
}

type Written =
  | { readonly outcome: "duplicate" | "unhandled"; readonly unhandled: string | undefined }
  | {
      readonly outcome: "accepted";
      readonly unhandled: undefined;
      readonly seq: number;
      readonly item: EventWork;
      /** True where it is written down as begun. */
      readonly starts: boolean;
    };

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
  const { work, items } = targets;
  const begun = new Set<string>();
  const written = events.map((event) => {
    const { lane } = event;
    const starts = begun.size < lease.limit && !begun.has(lane) && !work.hasLane(lane);
    const one = writeEvent(event, starts, targets, now);
    if (starts && one.outcome === "accepted") begun.add(lane);
    return one;
  });
  return () => {
    for (const one of written) {
      items.receive(one.outcome, one.unhandled);
      if (one.outcome !== "accepted") continue;
      const { seq, item } = one;
      work.add(item.id, item.lane, { seq, kind: "event", item }, now);
    }
    return written.map((one): Acceptance => {
      if (one.outcome !== "accepted") return { outcome: one.outcome };
      return { outcome: "accepted", leased: begin(one, lease, work, now) };
    });
  };
}

/** Leases what is written down as begun, and nothing else: a crash must find its attempt counted. */
function begin(
  { starts, item, seq }: Extract<Written, { readonly outcome: "accepted" }>,
  lease: LeaseRequest,
  work: StoredQueue<Work>,
  now: number,
): Leased<Work> | undefined {
  if (!starts) return undefined;
  const leased = work.leaseEntry(item.id, lease.leaseMs);
  // Another request of this turn was first in the lane.
  if (leased === undefined) work.noteUntried(seq, now);
  return leased;
}

function writeEvent(
  event: NewEvent,
  starts: boolean,
  { entries, dedupeKeys, reports }: EventTargets,
  now: number,
): Written {
  const { dedupeKey, unhandled, report, sender, ...item } = event;
  const duplicate = { outcome: "duplicate", unhandled } as const;
  if (dedupeKey !== undefined && !dedupeKeys.add(dedupeKey, now)) return duplicate;
  const { id, kind, lane } = item;
  const finished =
    unhandled === undefined ? undefined : ({ state: "unhandled", reason: unhandled } as const);
  const times = { createdAt: now, dueAt: now };
  const row = {
    id,
    kind,
    lane,
    ...times,
    attempts: starts ? 1 : 0,
    finished,
    parentId: undefined,
    person: sender,
    item: writeWork(item),
  };
  const seq = entries.insert(row, dedupeKey !== undefined);
  if (seq === undefined) return duplicate;
  if (report !== undefined) reports.add(report, now);
  return unhandled === undefined
    ? { outcome: "accepted", unhandled, seq, item, starts }
    : { outcome: "unhandled", unhandled };
}
