import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import type { EngineDepth, MayLease } from "../engine.ts";
import type { ItemCounts } from "../item-counts.ts";
import { HeldJobs } from "../queue/held-jobs.ts";
import { ItemLedger } from "../queue/item-ledger.ts";
import type { Pace } from "../queue/pace.ts";
import type { Send } from "../send.ts";
import type { Work } from "../work.ts";
import type { AliasTable } from "./alias-table.ts";
import type { EntryTable } from "./entry-table.ts";
import type { FailureFollower } from "./failure-follower.ts";
import type { JournalTable } from "./journal-table.ts";
import type { ReportTable } from "./report-table.ts";
import { restoreQueues } from "./restore-queues.ts";
import { readSend, readWork } from "./stored-item.ts";
import { StoredQueue } from "./stored-queue.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** What the queues are made of. */
export interface QueuesParts {
  readonly entries: EntryTable;
  readonly turn: TurnTransaction;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Pick<Timers, "elapsed">;
  /** Milliseconds for which an entry that fails holds its lane. */
  readonly laneHoldMs: number;
  /** How fast messages leave. */
  readonly pace: Pace;
  readonly reports: ReportTable;
  readonly journal: JournalTable;
  readonly aliases: AliasTable;
  readonly failures: FailureFollower;
}

/** All that waits: events and jobs, messages to send, and which jobs wait for a response. */
export class Queues {
  readonly work: StoredQueue<Work>;
  readonly outbox: StoredQueue<Send>;
  readonly heldJobs = new HeldJobs();
  /** What becomes of the items of deliveries. */
  items = new ItemLedger(0);

  constructor({ pace, ...parts }: QueuesParts) {
    this.work = new StoredQueue({
      ...parts,
      read: readWork,
      endsWithLease: () => false,
      onUnreadable: (kind) => {
        if (kind === "event") this.items.finish("dead");
      },
    });
    this.outbox = new StoredQueue({
      ...parts,
      pace,
      read: readSend,
      endsWithLease: ({ repeatable }) => !repeatable,
      onUnreadable: () => {},
    });
  }

  /** Makes the queues of what an earlier process left; its leases are void. */
  static restored(parts: QueuesParts): Queues {
    const queues = new Queues(parts);
    restoreQueues({ ...parts, queues, now: parts.clock.now() });
    queues.items = new ItemLedger(queues.work.count("event"));
    return queues;
  }

  get size(): number {
    return this.work.size + this.outbox.size;
  }

  get mayLease(): MayLease {
    return { work: this.work.mayLease, outbox: this.outbox.mayLease };
  }

  /** True where nothing is leased. */
  get isIdle(): boolean {
    return this.work.running + this.outbox.running === 0;
  }

  /** When something next changes by itself; may be too early, never too late. */
  get nextChangeAt(): number {
    return Math.min(this.work.nextChangeAt, this.outbox.nextChangeAt);
  }

  itemCounts(): ItemCounts {
    return this.items.counts(this.work.count("event"));
  }

  depth(): EngineDepth {
    return { work: this.work.depth(), outbox: this.outbox.depth() };
  }
}
