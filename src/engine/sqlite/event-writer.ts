import type { Leased, LeaseRequest } from "../lease.ts";
import { type Acceptance, eventWorkOf, type EventWork, type NewEvent, type Work } from "../work.ts";
import type { DedupeTable } from "./dedupe-table.ts";
import type { EffectTargets } from "./effect-writer.ts";
import type { FailureFollower } from "./failure-follower.ts";
import type { Queues } from "./queues.ts";
import type { ReportTable } from "./report-table.ts";
import { writeWork } from "./stored-item.ts";
import type { StoredQueue } from "./stored-queue.ts";

/** Where the events of deliveries go. */
export interface EventTargets extends EffectTargets {
  readonly dedupeKeys: DedupeTable;
  readonly queues: EffectTargets["queues"] & Pick<Queues, "items">;
  readonly reports: ReportTable;
  readonly failures: FailureFollower;
}

const NOTHING = (): void => {};

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
  const { work, items } = targets.queues;
  const begun = new Set<string>();
  const follows: (() => void)[] = [];
  const written = events.map((event) => {
    const { lane } = event;
    const starts = begun.size < lease.limit && !begun.has(lane) && !work.hasLane(lane);
    const one = writeEvent(event, starts, targets, now);
    if (starts && one.outcome === "accepted") begun.add(lane);
    if (one.outcome !== "duplicate") follows.push(noteReport(event, targets, now));
    return one;
  });
  return () => {
    for (const one of written) {
      items.receive(one.outcome, one.unhandled);
      if (one.outcome !== "accepted") continue;
      const { seq, item } = one;
      work.add(item.id, item.lane, { seq, kind: "event", item }, now);
    }
    for (const follow of follows) follow();
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

/** Notes what an event reports of a message; where that failed, something may follow. */
function noteReport({ report }: NewEvent, targets: EventTargets, now: number): () => void {
  const dead = report === undefined ? undefined : targets.reports.add(report, now);
  return report === undefined || dead === undefined
    ? NOTHING
    : targets.failures.write(dead, report.code, targets, now);
}

function writeEvent(
  event: NewEvent,
  starts: boolean,
  { entries, dedupeKeys, aliases }: EventTargets,
  now: number,
): Written {
  const { dedupeKey, unhandled, sender, aliases: otherNames } = event;
  const item = eventWorkOf(event);
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
  if (sender !== undefined) aliases.note(sender, otherNames);
  return unhandled === undefined
    ? { outcome: "accepted", unhandled, seq, item, starts }
    : { outcome: "unhandled", unhandled };
}
