import type { Lease, Leased, LeaseRequest, RetryResult } from "../lease.ts";
import type { QueueDepth } from "../engine.ts";
import type { Pace } from "./pace.ts";
import {
  earliestChange,
  firstInTurn,
  type Lane,
  NO_WAIT,
  type QueueEntry,
  type RestoredEntry,
  setBack,
  type Waits,
} from "./lane.ts";

/** The state of an entry that nobody has worked on. */
const UNTRIED = { attempts: 0, firstFailedAt: undefined, lease: undefined };

interface LaneQueueOptions<T> {
  /** Milliseconds after its first failure for which an entry that is tried again holds its lane. */
  readonly laneHoldMs: number;
  /** Called for an entry whose lease ended by itself; true where the entry is not to be tried again. */
  readonly onLeaseEnded: (entry: QueueEntry<T>) => boolean;
  /** Holds entries back that are due; absent where nothing does. */
  readonly pace?: Pace;
}

/**
 * Entries in lanes: within a lane one after another in the order of adding, lanes side by side.
 * Times are milliseconds since 1970-01-01 UTC, always given by the caller.
 */
export class LaneQueue<T> {
  readonly #options: LaneQueueOptions<T>;
  readonly #entries = new Map<string, QueueEntry<T>>();
  readonly #lanes = new Map<string, Lane<T>>();
  /** Lanes that may have an entry to lease, in the order in which they got it. */
  readonly #candidates = new Set<string>();
  /** Lanes in which something changes when time passes, with the time. */
  readonly #timed = new Map<string, number>();
  #nextTimedAt = Infinity;
  #latest = -Infinity;
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

  /** When something next changes by itself; may be too early, never too late; Infinity for never. */
  get nextChangeAt(): number {
    return this.#nextTimedAt;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Gives an entry that waits or is leased. */
  find(id: string): QueueEntry<T> | undefined {
    return this.#entries.get(id);
  }

  /** Adds an entry. */
  add(id: string, lane: string, item: T, now: number, { heldMs, delayMs }: Waits = NO_WAIT): void {
    const dueAt = now + Math.max(heldMs, delayMs);
    const at = { createdAt: now, dueAt, holdsLaneUntil: now + heldMs };
    this.#insert({ ...at, id, lane, item, ...UNTRIED, retried: false }, "last");
  }

  /** Adds an entry again that had failed, before all that waits in its lane. */
  readmit(id: string, lane: string, item: T, now: number): void {
    const at = { createdAt: now, dueAt: now, holdsLaneUntil: now };
    this.#insert({ ...at, id, lane, item, ...UNTRIED, retried: true }, "first");
  }

  /** Adds an entry as it was before the process began. */
  restore(entry: RestoredEntry<T>): void {
    const { createdAt, firstFailedAt } = entry;
    const holdsLaneUntil =
      firstFailedAt === undefined ? createdAt : firstFailedAt + this.#options.laneHoldMs;
    this.#insert({ ...entry, holdsLaneUntil, lease: undefined }, "last");
  }

  /** Tells whether an entry of the lane waits or is leased. */
  hasLane(lane: string): boolean {
    return this.#lanes.has(lane);
  }

  #insert(entry: QueueEntry<T>, place: "first" | "last"): void {
    const { id, lane } = entry;
    this.#entries.set(id, entry);
    const known = this.#lanes.get(lane);
    if (known === undefined) this.#lanes.set(lane, { entries: [entry], running: undefined });
    else
      known.entries.splice(
        place === "last" ? known.entries.length : placeOfRetried(known),
        0,
        entry,
      );
    // A lane that is busy becomes a candidate when it is free again.
    if (known?.running === undefined) this.#candidates.add(lane);
  }

  /** Counts the entries, waiting and leased, that are of some kind. */
  count(isCounted: (item: T) => boolean): number {
    let count = 0;
    for (const { item } of this.#entries.values()) if (isCounted(item)) count += 1;
    return count;
  }

  /** Leases the first due entries of free lanes. */
  lease(request: LeaseRequest, now: number): Leased<T>[] {
    this.advance(now);
    const leased: Leased<T>[] = [];
    for (const key of this.#candidates) {
      if (leased.length >= request.limit) break;
      const entry = this.#leaseHead(key, request.leaseMs, now);
      if (entry !== undefined) leased.push(entry);
    }
    return leased;
  }

  /** Leases one entry if it is due and it is its turn. */
  leaseEntry(id: string, leaseMs: number, now: number): Leased<T> | undefined {
    const entry = this.#entries.get(id);
    const lane = entry === undefined ? undefined : this.#lanes.get(entry.lane);
    if (entry === undefined || lane === undefined || lane.running !== undefined) return undefined;
    if (firstInTurn(lane, now) !== entry) return undefined;
    return this.#leaseHead(entry.lane, leaseMs, now);
  }

  /** Returns the entry of a lease that has not ended. */
  held(lease: Lease, now: number): QueueEntry<T> | undefined {
    this.advance(now);
    const entry = this.#entries.get(lease.id);
    return entry?.lease?.token === lease.token ? entry : undefined;
  }

  remove(entry: QueueEntry<T>, now: number): void {
    this.#entries.delete(entry.id);
    const lane = this.#free(entry);
    if (lane === undefined) return;
    lane.entries.splice(lane.entries.indexOf(entry), 1);
    if (lane.entries.length === 0) this.#lanes.delete(entry.lane);
    if (this.#dueHead(entry.lane, now) === undefined) this.#candidates.delete(entry.lane);
  }

  /** Gives a leased entry back, to be tried again after a delay. */
  retry(entry: QueueEntry<T>, { delayMs, pausesChannel }: RetryResult, now: number): void {
    if (pausesChannel === true) this.#options.pace?.pause(entry.lane, now + delayMs);
    entry.firstFailedAt ??= now;
    entry.dueAt = now + delayMs;
    entry.holdsLaneUntil = entry.firstFailedAt + this.#options.laneHoldMs;
    this.#free(entry);
  }

  /** Gives a leased entry back as if it had never been leased. */
  release(entry: QueueEntry<T>): void {
    entry.attempts -= 1;
    entry.retried = true;
    this.#free(entry);
  }

  /** Ends the waiting of an entry that was added held. */
  unhold(id: string, now: number): void {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.attempts > 0) return;
    entry.dueAt = Math.min(entry.dueAt, now);
    if (this.#lanes.get(entry.lane)?.running === undefined) this.#candidates.add(entry.lane);
  }

  /** Ends all leases, as after a crash. */
  voidLeases(now: number): void {
    for (const lane of [...this.#lanes.values()]) {
      if (lane.running !== undefined) this.#endLease(lane.running, now);
    }
  }

  /** Applies what the passing of time changes; returns true where something did change. */
  advance(now: number): boolean {
    this.#followClock(now);
    if (now < this.#nextTimedAt) return false;
    this.#nextTimedAt = Infinity;
    for (const [key, at] of [...this.#timed]) {
      if (at > now) {
        this.#nextTimedAt = Math.min(this.#nextTimedAt, at);
        continue;
      }
      this.#timed.delete(key);
      const running = this.#lanes.get(key)?.running;
      if (running !== undefined) this.#endLease(running, now);
      this.#candidates.add(key);
    }
    return true;
  }

  depth(now: number): QueueDepth {
    this.advance(now);
    let [due, delayed, running] = [0, 0, 0];
    for (const [key, lane] of this.#lanes) {
      let blocked = this.#readyAt(key) > now;
      for (const entry of lane.entries) {
        if (entry.lease !== undefined) running += 1;
        else if (blocked || entry.dueAt > now) delayed += 1;
        else due += 1;
        blocked ||= entry.lease === undefined && entry.dueAt > now && entry.holdsLaneUntil > now;
      }
    }
    return { due, delayed, running };
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
    const { item, attempts: attempt, createdAt } = head;
    return { lease, item, attempt, createdAt, repeated: head.retried || attempt > 1 };
  }

  /** Returns the entry of a free lane that is due now, else watches for when one is. */
  #dueHead(key: string, now: number): QueueEntry<T> | undefined {
    const lane = this.#lanes.get(key);
    if (lane === undefined || lane.running !== undefined) return undefined;
    const head = firstInTurn(lane, now);
    const isDue = head !== undefined && head.dueAt <= now;
    const readyAt = isDue ? this.#readyAt(key) : -Infinity;
    if (isDue && readyAt <= now) return head;
    this.#watch(key, isDue ? readyAt : earliestChange(lane, now));
    return undefined;
  }

  /** A clock that is set back takes with it what waits by it, which else would wait for as long. */
  #followClock(now: number): void {
    const back = this.#latest - now;
    this.#latest = now;
    if (back <= 0 || back === Infinity) return;
    for (const entry of this.#entries.values()) setBack(entry, back);
    for (const [key, at] of this.#timed) this.#timed.set(key, at - back);
    this.#nextTimedAt -= back;
    this.#options.pace?.setBack(back);
  }

  #readyAt(key: string): number {
    return this.#options.pace?.readyAt(key) ?? -Infinity;
  }

  #endLease(entry: QueueEntry<T>, now: number): void {
    if (this.#options.onLeaseEnded(entry)) this.remove(entry, now);
    else this.#free(entry);
  }

  #free(entry: QueueEntry<T>): Lane<T> | undefined {
    entry.lease = undefined;
    const lane = this.#lanes.get(entry.lane);
    if (lane?.running === entry) {
      lane.running = undefined;
      this.#running -= 1;
      this.#timed.delete(entry.lane);
    }
    this.#candidates.add(entry.lane);
    return lane;
  }

  #watch(key: string, at: number): void {
    if (at === Infinity) return;
    this.#timed.set(key, at);
    this.#nextTimedAt = Math.min(this.#nextTimedAt, at);
  }
}

/** Those that were given a new start keep their order among themselves. */
function placeOfRetried(lane: Lane<unknown>): number {
  const index = lane.entries.findIndex(({ retried }) => !retried);
  return index === -1 ? lane.entries.length : index;
}
