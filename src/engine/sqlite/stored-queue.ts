import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import type { QueueDepth } from "../engine.ts";
import type { Lease, Leased, LeaseRequest, RetryResult } from "../lease.ts";
import type { Pace } from "../queue/pace.ts";
import { LaneQueue } from "../queue/lane-queue.ts";
import type { QueueEntry, Waits } from "../queue/lane.ts";
import type { EntryKind, EntryTable, WaitingRow } from "./entry-table.ts";
import { restoredEntryOf } from "./restored-entry.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** More items than this are read from the disk when their turn comes. */
const MOST_ITEMS_KEPT = 10_000;

/** What the queue in memory knows of an entry on disk. */
export interface Stored<T> {
  readonly seq: number;
  readonly kind: EntryKind;
  /** Absent where many entries wait, and after a restart. */
  readonly item: T | undefined;
}

/** An entry that was stored just now. */
export interface StoredNow<T> extends Stored<T> {
  readonly item: T;
}

/** What a queue on disk is made of. */
export interface StoredQueueOptions<T> {
  readonly entries: EntryTable;
  readonly turn: TurnTransaction;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Pick<Timers, "elapsed">;
  /** Reads an item as the table holds it. @throws Error for one that cannot be read */
  readonly read: (text: string) => T;
  /** Milliseconds for which an entry that fails holds its lane. */
  readonly laneHoldMs: number;
  /** Holds entries back that are due; absent where nothing does. */
  readonly pace?: Pace;
  /** True for an entry that must not be tried again where its lease ended without a result. */
  readonly endsWithLease: (item: T) => boolean;
  /** Told of an entry that became a dead letter because it cannot be read. */
  readonly onUnreadable: (kind: EntryKind) => void;
}

/** Entries on disk; their order is kept in memory, so who is next is found without the disk. */
export class StoredQueue<T> {
  readonly #options: StoredQueueOptions<T>;
  readonly #queue: LaneQueue<Stored<T>>;

  constructor(options: StoredQueueOptions<T>) {
    this.#options = options;
    const { laneHoldMs, pace, timers } = options;
    this.#queue = new LaneQueue({
      laneHoldMs,
      timers,
      ...(pace === undefined ? {} : { pace }),
      onLeaseEnded: (entry) => this.#endLease(entry),
    });
  }

  get size(): number {
    return this.#queue.size;
  }

  get mayLease(): boolean {
    return this.#queue.mayLease;
  }

  get running(): number {
    return this.#queue.running;
  }

  get nextChangeAt(): number {
    return this.#queue.nextChangeAt;
  }

  depth(): QueueDepth {
    return this.#queue.depth();
  }

  /** Counts the entries of a kind, waiting and leased. */
  count(kind: EntryKind): number {
    return this.#queue.count((stored) => stored.kind === kind);
  }

  hasLane(lane: string): boolean {
    return this.#queue.hasLane(lane);
  }

  /** Adds an entry that is on disk now. */
  add(id: string, lane: string, stored: StoredNow<T>, now: number, waits?: Waits): void {
    const item = this.#queue.size < MOST_ITEMS_KEPT ? stored.item : undefined;
    this.#queue.add(id, lane, { ...stored, item }, now, waits);
  }

  /** Takes an entry back that had failed, before all that waits in its lane. */
  readmit(id: string, lane: string, stored: Omit<Stored<T>, "item">, now: number): void {
    this.#queue.readmit(id, lane, { ...stored, item: undefined }, now);
  }

  /** Gives an entry that waits or is leased. */
  find(id: string): QueueEntry<Stored<T>> | undefined {
    return this.#queue.find(id);
  }

  /** Takes over an entry of a process that ended. */
  restore(row: WaitingRow): void {
    this.#queue.restore(restoredEntryOf(row, this.#options.clock.now()));
  }

  /** Leases what is due; `noteLeases` writes it down. */
  lease(request: LeaseRequest): Leased<T>[] {
    const found = this.#queue.lease(request);
    return found.flatMap((leased) => this.#withItem(leased) ?? []);
  }

  /** Leases one entry if it is due and it is its turn. */
  leaseEntry(id: string, leaseMs: number): Leased<T> | undefined {
    const leased = this.#queue.leaseEntry(id, leaseMs);
    return leased === undefined ? undefined : this.#withItem(leased);
  }

  /** Writes down which entries are leased; to be called in a transaction. */
  noteLeases(leased: readonly Leased<T>[]): void {
    for (const { lease, attempt } of leased) {
      const entry = this.#queue.held(lease);
      if (entry !== undefined) this.#options.entries.lease(entry.item.seq, attempt);
    }
  }

  /** Writes down that nobody has worked on an entry. */
  noteUntried(seq: number, now: number): void {
    const untried = { attempts: 0, now, dueAt: now, firstFailedAt: undefined };
    this.#options.turn.note(() => this.#options.entries.giveBack(seq, untried));
  }

  /** Takes back leases that could not be written down. */
  takeBack(leased: readonly Leased<T>[]): void {
    for (const { lease } of leased) {
      const entry = this.#queue.held(lease);
      if (entry !== undefined) this.#queue.release(entry);
    }
  }

  held(lease: Lease): QueueEntry<Stored<T>> | undefined {
    return this.#queue.held(lease);
  }

  remove(entry: QueueEntry<Stored<T>>): void {
    this.#queue.remove(entry);
  }

  retry(entry: QueueEntry<Stored<T>>, result: RetryResult): void {
    this.#queue.retry(entry, result);
  }

  /** For how many milliseconds an entry that fails now has been failing, or held up by one that does. */
  failingMs(entry: QueueEntry<Stored<T>>): number {
    return this.#queue.failingMs(entry);
  }

  release(entry: QueueEntry<Stored<T>>): void {
    this.#queue.release(entry);
  }

  /** Ends the waiting of an entry that was added held. */
  unhold(id: string): void {
    this.#queue.unhold(id);
  }

  #withItem(leased: Leased<Stored<T>>): Leased<T> | undefined {
    const { entries, read } = this.#options;
    const { seq, item } = leased.item;
    try {
      return { ...leased, item: item ?? read(entries.item(seq)) };
    } catch (error) {
      // One row that a person changed by hand must not keep the others waiting.
      const entry = this.#queue.held(leased.lease);
      if (entry === undefined) return undefined;
      this.#end(entry, "dead", `the store does not hold it in a known form: ${String(error)}`);
      this.#queue.remove(entry);
      this.#options.onUnreadable(leased.item.kind);
      return undefined;
    }
  }

  /** An attempt without a result may have reached the far side. */
  #endLease(entry: QueueEntry<Stored<T>>): boolean {
    const { entries, read, endsWithLease } = this.#options;
    const { seq, item } = entry.item;
    if (!endsWithLease(item ?? read(entries.item(seq)))) return false;
    this.#end(entry, "unknown", "the attempt to send it ended without a result");
    return true;
  }

  #end(entry: QueueEntry<Stored<T>>, state: "dead" | "unknown", reason: string): void {
    const { entries, turn, clock } = this.#options;
    const ending = { state, reason, attempts: entry.attempts, finishedAt: clock.now() };
    turn.note(() => entries.finish(entry.item.seq, ending));
  }
}
