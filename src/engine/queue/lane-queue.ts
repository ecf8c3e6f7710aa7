import { Alarms } from "./alarms.ts";
import type { Lease, Leased, LeaseRequest, RetryResult } from "../lease.ts";
import type { QueueDepth } from "../engine.ts";
import {
  countInLane,
  earliestChange,
  emptyLane,
  firstInTurn,
  type Lane,
  NO_WAIT,
  placeOfRetried,
  type QueueEntry,
  type RestoredEntry,
  type Waits,
} from "./lane.ts";
import type { LaneQueueOptions } from "./lane-queue-options.ts";

/** The state of an entry that nobody has worked on. */
const UNTRIED = { attempts: 0, failingSince: undefined, lease: undefined };

/**
 * Entries in lanes: within a lane one after another in the order of adding, lanes side by side. How
 * long they wait and are leased is counted by the time that passes, so a clock that is set forward
 * or back changes nothing.
 */
export class LaneQueue<T> {
  readonly #options: LaneQueueOptions<T>;
  readonly #entries = new Map<string, QueueEntry<T>>();
  readonly #lanes = new Map<string, Lane<T>>();
  /** Lanes that may have an entry to lease, in the order in which they got it. */
  readonly #candidates = new Set<string>();
  /** Lanes in which something changes when time passes. */
  readonly #alarms = new Alarms();
  #tokens = 0;
  #running = 0;

  constructor(options: LaneQueueOptions<T>) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** False only where `lease` would certainly give nothing. */
  get mayLease(): boolean {
    return this.#candidates.size > 0;
  }

  /** Leased entries. */
  get running(): number {
    return this.#running;
  }

  /** When, as the timers count, something next changes by itself; may be too early; Infinity for never. */
  get nextChangeAt(): number {
    return this.#alarms.next;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Gives an entry that waits or is leased. */
  find(id: string): QueueEntry<T> | undefined {
    return this.#entries.get(id);
  }

  /** Gives all entries, in the order in which they were added. */
  entries(): readonly QueueEntry<T>[] {
    return [...this.#entries.values()];
  }

  /** Adds an entry. @param createdAt store clock, ms since 1970-01-01 UTC */
  add(
    id: string,
    lane: string,
    item: T,
    createdAt: number,
    { heldMs, delayMs }: Waits = NO_WAIT,
  ): void {
    const now = this.#now();
    const at = { createdAt, addedAt: now, holdsLaneUntil: now + heldMs };
    const dueAt = now + Math.max(heldMs, delayMs);
    this.#insert({ ...at, dueAt, id, lane, item, ...UNTRIED, retried: false }, "last");
  }

  /** Adds an entry again that had failed, before all that waits in its lane. */
  readmit(id: string, lane: string, item: T, createdAt: number): void {
    const now = this.#now();
    const at = { createdAt, addedAt: now, dueAt: now, holdsLaneUntil: now };
    this.#insert({ ...at, id, lane, item, ...UNTRIED, retried: true }, "first");
  }

  /** Adds an entry as it was before the process began. */
  restore({ ageMs, dueInMs, failingMs, ...entry }: RestoredEntry<T>): void {
    const now = this.#now();
    const failingSince = failingMs === undefined ? undefined : now - failingMs;
    const holdsLaneUntil = (failingSince ?? -Infinity) + this.#options.laneHoldMs;
    const at = { addedAt: now - ageMs, dueAt: now + dueInMs, holdsLaneUntil, failingSince };
    const lane = this.#insert({ ...entry, ...at, lease: undefined }, "last");
    if (dueInMs > 0) this.#passOver(entry.lane, lane, now);
    if (failingSince === undefined) return;
    lane.stuckSince = Math.max(lane.stuckSince ?? failingSince, failingSince);
  }

  /** Spares the first look for work the lanes in which nothing is due: there may be a million. */
  #passOver(key: string, lane: Lane<T>, now: number): void {
    const first = firstInTurn(lane, now);
    if (first !== undefined && first.dueAt <= now) return;
    this.#candidates.delete(key);
    this.#watch(key, earliestChange(lane, now));
  }

  /** Tells whether an entry of the lane waits or is leased. */
  hasLane(lane: string): boolean {
    return this.#lanes.has(lane);
  }

  #insert(entry: QueueEntry<T>, place: "first" | "last"): Lane<T> {
    const { id } = entry;
    const lane = this.#lanes.get(entry.lane) ?? emptyLane();
    this.#entries.set(id, entry);
    this.#lanes.set(entry.lane, lane);
    if (place === "last") lane.entries.push(entry);
    else lane.entries.splice(placeOfRetried(lane), 0, entry);
    // A lane that is busy becomes a candidate when it is free again.
    if (lane.running === undefined) this.#candidates.add(entry.lane);
    return lane;
  }

  /** Counts the entries, waiting and leased, that are of some kind. */
  count(isCounted: (item: T) => boolean): number {
    return this.entries().filter(({ item }) => isCounted(item)).length;
  }

  /** Leases the first due entries of free lanes. */
  lease(request: LeaseRequest): Leased<T>[] {
    const now = this.#advance();
    const leased: Leased<T>[] = [];
    for (const key of this.#candidates) {
      if (leased.length >= request.limit) break;
      const entry = this.#leaseHead(key, request.leaseMs, now);
      if (entry !== undefined) leased.push(entry);
    }
    return leased;
  }

  /** Leases one entry if it is due and it is its turn. */
  leaseEntry(id: string, leaseMs: number): Leased<T> | undefined {
    const entry = this.#entries.get(id);
    const lane = entry === undefined ? undefined : this.#lanes.get(entry.lane);
    if (entry === undefined || lane === undefined || lane.running !== undefined) return undefined;
    const now = this.#now();
    if (firstInTurn(lane, now) !== entry) return undefined;
    return this.#leaseHead(entry.lane, leaseMs, now);
  }

  /** Returns the entry of a lease that has not ended. */
  held(lease: Lease): QueueEntry<T> | undefined {
    this.#advance();
    const entry = this.#entries.get(lease.id);
    return entry?.lease?.token === lease.token ? entry : undefined;
  }

  remove(entry: QueueEntry<T>): void {
    this.#entries.delete(entry.id);
    if (entry.lease !== undefined) this.#noteLetIn(entry.lane);
    const lane = this.#free(entry);
    if (lane === undefined) return;
    lane.stuckSince = undefined;
    lane.entries.splice(lane.entries.indexOf(entry), 1);
    if (lane.entries.length === 0) this.#lanes.delete(entry.lane);
    if (this.#dueHead(entry.lane, this.#now()) === undefined) this.#candidates.delete(entry.lane);
  }

  /** Gives a leased entry back, to be tried again after a delay. */
  retry(entry: QueueEntry<T>, { delayMs, pausesChannel }: RetryResult): void {
    const now = this.#now();
    if (pausesChannel === true) this.#options.pace?.pause(entry.lane, now + delayMs);
    else this.#noteLetIn(entry.lane);
    entry.dueAt = now + delayMs;
    const lane = this.#free(entry);
    // What waits behind several that fail waits no longer than behind one.
    entry.failingSince ??= lane?.stuckSince ?? now;
    if (lane !== undefined) lane.stuckSince ??= entry.failingSince;
    entry.holdsLaneUntil = entry.failingSince + this.#options.laneHoldMs;
  }

  /** For how many milliseconds an entry that fails now has been failing, or held up by one that does. */
  failingMs(entry: QueueEntry<T>): number {
    const now = this.#now();
    return now - (entry.failingSince ?? this.#lanes.get(entry.lane)?.stuckSince ?? now);
  }

  /** Gives a leased entry back as if it had never been leased. */
  release(entry: QueueEntry<T>): void {
    entry.attempts -= 1;
    entry.retried = true;
    this.#free(entry);
  }

  /** Ends the waiting of an entry that was added held. */
  unhold(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.attempts > 0) return;
    entry.dueAt = Math.min(entry.dueAt, this.#now());
    if (this.#lanes.get(entry.lane)?.running === undefined) this.#candidates.add(entry.lane);
  }

  /** Ends all leases, as after a crash. */
  voidLeases(): void {
    for (const lane of [...this.#lanes.values()]) {
      if (lane.running !== undefined) this.#endLease(lane.running);
    }
  }

  depth(): QueueDepth {
    const [now, { pace }] = [this.#advance(), this.#options];
    const depth = { due: 0, delayed: 0, running: 0 };
    for (const [key, lane] of this.#lanes) {
      countInLane(lane, pace?.readyAt(key) ?? -Infinity, now, depth);
    }
    return depth;
  }

  #leaseHead(key: string, leaseMs: number, now: number): Leased<T> | undefined {
    this.#candidates.delete(key);
    const lane = this.#lanes.get(key);
    const head = this.#dueHead(key, now);
    if (lane === undefined || head === undefined) return undefined;
    this.#options.pace?.take(key, now);
    head.attempts += 1;
    const lease = { id: head.id, token: String(++this.#tokens) };
    head.lease = { token: lease.token, endsAt: now + leaseMs };
    lane.running = head;
    this.#running += 1;
    this.#watch(key, head.lease.endsAt);
    const { item, attempts: attempt, retried } = head;
    return { lease, item, attempt, ageMs: now - head.addedAt, repeated: retried || attempt > 1 };
  }

  /** Returns the entry of a free lane that is due now, else watches for when one is. */
  #dueHead(key: string, now: number): QueueEntry<T> | undefined {
    const lane = this.#lanes.get(key);
    if (lane === undefined || lane.running !== undefined) return undefined;
    const head = firstInTurn(lane, now);
    const isDue = head !== undefined && head.dueAt <= now;
    const readyAt = (isDue ? this.#options.pace?.readyAt(key) : undefined) ?? -Infinity;
    if (isDue && readyAt <= now) return head;
    this.#watch(key, isDue ? readyAt : earliestChange(lane, now));
    return undefined;
  }

  /** Applies what the passing of time changes. @returns the time */
  #advance(): number {
    const now = this.#now();
    for (const key of this.#alarms.takeDue(now)) {
      const running = this.#lanes.get(key)?.running;
      if (running !== undefined) this.#endLease(running);
      this.#candidates.add(key);
    }
    return now;
  }

  #now(): number {
    return this.#options.timers.elapsed();
  }

  /** What waited for one to be let in may leave now. */
  #noteLetIn(lane: string): void {
    const { pace } = this.#options;
    if (pace?.letIn(lane) !== true) return;
    for (const [key, { running }] of this.#lanes) {
      if (running === undefined && pace.isShared(lane, key)) this.#candidates.add(key);
    }
  }

  #endLease(entry: QueueEntry<T>): void {
    entry.lease = undefined;
    if (this.#options.onLeaseEnded(entry)) this.remove(entry);
    else this.#free(entry);
  }

  #free(entry: QueueEntry<T>): Lane<T> | undefined {
    entry.lease = undefined;
    const lane = this.#lanes.get(entry.lane);
    if (lane?.running === entry) {
      lane.running = undefined;
      this.#running -= 1;
      this.#alarms.delete(entry.lane);
    }
    this.#candidates.add(entry.lane);
    return lane;
  }

  #watch(key: string, at: number): void {
    if (at !== Infinity) this.#alarms.set(key, at);
  }
}
