import type { QueueEntry } from "../queue/lane.ts";
import { recipientOf } from "../history/content.ts";
import { refusedPartOf, remainingOf, type Send, type SendResult } from "../send.ts";
import { settledBy } from "../status-report.ts";
import type { WorkResult } from "../work.ts";
import type { EntryTable } from "./entry-table.ts";
import type { EffectTargets } from "./effect-writer.ts";
import type { Tables } from "./tables.ts";
import { readSend, writeSend } from "./stored-item.ts";
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

/**
 * Writes how an attempt to send ended, in the light of what the far side reported meanwhile, and
 * what follows where it failed for good; to be called in a transaction.
 * @returns tells the queues, once it is stored; undefined where the message was finished before
 */
export function writeSendResult(
  entry: QueueEntry<Stored<Send>>,
  result: SendResult,
  targets: EffectTargets & Pick<Tables, "reports" | "failures">,
  now: number,
): (() => void) | undefined {
  const { entries, reports, failures, queues } = targets;
  const { seq } = entry.item;
  const settled = settledBy(reports.of(seq), result);
  const finish = writeResult(entry, settled, { entries, queue: queues.outbox }, now);
  if (finish === undefined) return undefined;
  const remainder = writeRemainder(seq, settled, entries);
  const followPart = writeRefusedPart(entry, settled, targets, now);
  const follow =
    settled.state === "dead" ? failures.write(seq, settled.code, targets, now) : undefined;
  return () => {
    if (remainder !== undefined) entry.item = { ...entry.item, item: remainder };
    finish();
    followPart?.();
    follow?.();
  };
}

/** Stores what was refused for good as a dead letter of its own, and gives what follows it. */
function writeRefusedPart(
  { id: parentId, attempts }: QueueEntry<Stored<Send>>,
  result: SendResult,
  targets: EffectTargets & Pick<Tables, "failures">,
  now: number,
): (() => void) | undefined {
  const part = refusedPartOf(result);
  if (part === undefined) return undefined;
  const { send, reason, code } = part;
  const { id, lane, message } = send;
  const finished = { state: "dead", reason } as const;
  const own = { id, kind: "send", lane, createdAt: now, dueAt: now, attempts, parentId } as const;
  const row = { ...own, finished, person: recipientOf(message), item: writeSend(send) };
  const seq = targets.entries.insert(row, false);
  return seq === undefined ? undefined : targets.failures.write(seq, code, targets, now);
}

/** Keeps of a message only what the far side did not take, and gives it; undefined for all of it. */
function writeRemainder(seq: number, result: SendResult, entries: EntryTable): Send | undefined {
  const message = remainingOf(result);
  if (message === undefined) return undefined;
  const remainder = { ...readSend(entries.item(seq)), message };
  entries.rewrite(seq, writeSend(remainder));
  return remainder;
}
