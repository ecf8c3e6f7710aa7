import type { RestoredEntry } from "../queue/lane.ts";
import type { WaitingRow } from "./entry-table.ts";
import type { Stored } from "./stored-queue.ts";

/**
 * Gives an entry that an earlier process left. The clock may have been set back since: no entry
 * waits longer for that than it was told to.
 * @param now store clock, ms since 1970-01-01 UTC
 */
export function restoredEntryOf(row: WaitingRow, now: number): RestoredEntry<Stored<never>> {
  const { id, lane, seq, kind, attempts } = row;
  const createdAt = row.retried_at ?? row.created_at;
  const delayedAt = row.delayed_at ?? createdAt;
  const failedAt = row.first_failed_at;
  return {
    id,
    lane,
    item: { seq, kind, item: undefined },
    createdAt,
    retried: row.retried_at !== null,
    attempts,
    ageMs: Math.max(0, now - createdAt),
    dueInMs: Math.max(0, row.due_at - Math.max(now, delayedAt)),
    failingMs: failedAt === null ? undefined : Math.max(0, now - failedAt),
  };
}
