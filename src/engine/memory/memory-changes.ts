import {
  type ChangeableEntry,
  discardedReason,
  type EntryChange,
  type Refusal,
  type RetryOptions,
  whyNotDiscarded,
  whyNotRetried,
} from "../entry-change.ts";
import type { FinishedRecord } from "../finished.ts";
import type { ItemLedger } from "../queue/item-ledger.ts";
import type { LaneQueue } from "../queue/lane-queue.ts";
import type { QueueEntry } from "../queue/lane.ts";
import type { Send } from "../send.ts";
import type { Work } from "../work.ts";
import type { FinishedHistory } from "./finished-history.ts";
import type { MemoryMessages } from "./memory-messages.ts";
import type { MemoryReports } from "./memory-reports.ts";

interface MemoryChangeTargets {
  readonly work: LaneQueue<Work>;
  readonly outbox: LaneQueue<Send>;
  readonly history: FinishedHistory;
  readonly items: ItemLedger;
  readonly reports: MemoryReports;
  readonly messages: MemoryMessages;
}

/** Changes that a person asks for, to what the engine in memory holds. */
export class MemoryChanges {
  readonly #targets: MemoryChangeTargets;

  constructor(targets: MemoryChangeTargets) {
    this.#targets = targets;
  }

  retry(id: string, options: RetryOptions, now: number): EntryChange {
    return this.#change(
      id,
      (entry) => whyNotRetried(entry, options),
      () => {
        this.#readmit(id, now);
      },
    );
  }

  discard(id: string, now: number): EntryChange {
    return this.#change(id, whyNotDiscarded, () => {
      this.#giveUp(id, now);
    });
  }

  #change(
    id: string,
    whyNot: (entry: ChangeableEntry) => Refusal | undefined,
    change: () => void,
  ): EntryChange {
    const entry = this.#find(id);
    if (entry === undefined) return { id, changed: false, refusal: "absent", state: undefined };
    const refusal = whyNot(entry);
    if (refusal !== undefined) return { id, changed: false, refusal, state: entry.state };
    change();
    return { id, changed: true };
  }

  #find(id: string): ChangeableEntry | undefined {
    const { work, outbox, history } = this.#targets;
    const waiting: QueueEntry<Work | Send> | undefined = work.find(id) ?? outbox.find(id);
    if (waiting === undefined) {
      const record = history.get(id);
      return record === undefined ? undefined : { ...record, hasItem: record.item !== undefined };
    }
    const state = waiting.lease === undefined ? "waiting" : "running";
    return { kind: kindOf(waiting.item), state, hasItem: true };
  }

  #readmit(id: string, now: number): void {
    const { work, outbox, history, items } = this.#targets;
    const item = history.get(id)?.item;
    if (item === undefined) return;
    history.delete(id);
    this.#targets.reports.forget(id);
    this.#targets.messages.reopen(id);
    if ("message" in item) outbox.readmit(id, item.lane, item, now);
    else if ("kind" in item) {
      work.readmit(id, item.lane, item, now);
      if (item.kind === "event") items.retry();
    }
  }

  #giveUp(id: string, now: number): void {
    const { work, outbox, history, items } = this.#targets;
    const waiting: QueueEntry<Work | Send> | undefined = work.find(id) ?? outbox.find(id);
    const before = waiting === undefined ? history.get(id) : recordOf(waiting);
    if (before === undefined) return;
    const inWork = work.find(id);
    const inOutbox = outbox.find(id);
    if (inWork !== undefined) {
      work.remove(inWork);
      if (inWork.item.kind === "event") items.discard();
    }
    if (inOutbox !== undefined) outbox.remove(inOutbox);
    const reason = discardedReason(before.reason);
    history.add({ ...before, state: "discarded", reason, finishedAt: now });
  }
}

function recordOf(entry: QueueEntry<Work | Send>): Omit<FinishedRecord, "state" | "finishedAt"> {
  const { id, item, attempts, createdAt } = entry;
  return { id, kind: kindOf(item), reason: undefined, attempts, createdAt, item };
}

function kindOf(item: Work | Send): "event" | "job" | "send" {
  return "message" in item ? "send" : item.kind;
}
