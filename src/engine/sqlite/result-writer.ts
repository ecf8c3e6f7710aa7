import type { QueueEntry } from "../queue/lane.ts";
import type { SendResult } from "../send.ts";
import type { WorkResult } from "../work.ts";
import type { EntryTable } from "./entry-table.ts";
import type { Stored, StoredQueue } from "./stored-queue.ts";

/**
 * Writes how the work on a leased entry ended; to be called in a transaction.
 * @returns tells the queue, once it is on disk; undefined where the entry was finished before
 */
export function writeResult<T>(
  entry: QueueEntry<Stored<T>>,
  result: WorkResult | SendResult,
  { entries, queue }: { readonly entries: EntryTable; readonly queue: StoredQueue<T> },
  now: number,
): (() => void) | undefined {
  const { attempts } = entry;
  const { seq } = entry.item;
  if (result.state === "retry") {
    const firstFailedAt = now - Math.round(queue.failingMs(entry));
    entries.giveBack(seq, { attempts, now, dueAt: now + result.delayMs, firstFailedAt });
    return () => queue.retry(entry, result);
  }
  if (result.state === "released") {
    entries.release(seq, attempts - 1);
    return () => queue.release(entry);
  }
  const reason = result.state === "done" ? undefined : result.reason;
  const messageId = "receipt" in result ? result.receipt.id : undefined;
  const ending = { state: result.state, reason, attempts, finishedAt: now, messageId };
  return entries.finish(seq, ending) ? () => queue.remove(entry) : undefined;
}
