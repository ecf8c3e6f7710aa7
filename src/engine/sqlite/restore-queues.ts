import type { AliasTable } from "./alias-table.ts";
import type { EntryTable, WaitingRow } from "./entry-table.ts";
import type { FailureFollower } from "./failure-follower.ts";
import type { JournalTable } from "./journal-table.ts";
import type { Queues } from "./queues.ts";
import { settledBy } from "../status-report.ts";
import type { ReportTable } from "./report-table.ts";
import { readSend } from "./stored-item.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** Where what waits is put. */
export interface RestoreTargets {
  readonly entries: EntryTable;
  readonly reports: ReportTable;
  readonly journal: JournalTable;
  readonly aliases: AliasTable;
  readonly failures: FailureFollower;
  readonly turn: TurnTransaction;
  readonly queues: Queues;
  readonly now: number;
}

/**
 * Fills the queues with what the process before left; its leases are void. Jobs that waited for the
 * response of their run wait no longer, as its connection ended with the process.
 */
export function restoreQueues(targets: RestoreTargets): void {
  const { entries } = targets;
  const { work, outbox } = targets.queues;
  for (const row of entries.waiting()) {
    if (row.kind === "send") {
      if (row.leased === 0 || mayRepeat(row, entries)) outbox.restore(row);
      else endUnknown(row, targets);
      continue;
    }
    work.restore(row);
  }
}

function mayRepeat({ seq }: WaitingRow, entries: EntryTable): boolean {
  try {
    return readSend(entries.item(seq)).repeatable;
  } catch {
    return false;
  }
}

/** The process ended between the attempt and its result: the message may have left. */
function endUnknown({ seq, attempts }: WaitingRow, targets: RestoreTargets): void {
  const { entries, reports, turn, now } = targets;
  const reason = "gbasic ended while the message was being sent";
  const result = settledBy(reports.of(seq), { state: "unknown", reason });
  if (result.state === "retry") return;
  const why = result.state === "done" ? undefined : result.reason;
  const messageId = result.state === "done" ? result.receipt.id : undefined;
  const ending = { state: result.state, reason: why, attempts, finishedAt: now, messageId };
  const written = turn.run(() => {
    entries.finish(seq, ending);
    return result.state === "dead"
      ? targets.failures.write(seq, result.code, targets, now)
      : () => {};
  });
  // A store that cannot be written keeps the message as it is, for the next start.
  written.catch(() => {});
}
