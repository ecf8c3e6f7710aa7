import { randomUUID } from "node:crypto";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { DEDUPE_WINDOW_MS, EngineUnavailableError } from "../engine.ts";
import type { Engine, EngineDepth, MayLease } from "../engine.ts";
import { countEffects, type Effects } from "../effects.ts";
import type { EntryChange, RetryOptions } from "../entry-change.ts";
import type { FinishedRecord, ListQuery } from "../finished.ts";
import type { ItemCounts } from "../item-counts.ts";
import type { Recollection } from "../journal.ts";
import type { Lease, Leased, LeaseRequest } from "../lease.ts";
import type { ResponseClaim, ResponseResult, SynchronousRequest } from "../recorded-response.ts";
import type { NewSend, Send, SendResult } from "../send.ts";
import { settledBy } from "../status-report.ts";
import { eventWorkOf } from "../work.ts";
import type { Acceptance, NewEvent, NewJob, Work, WorkResult } from "../work.ts";
import { ChangeNotifier } from "../queue/change-notifier.ts";
import { claimResponse } from "../queue/claim-response.ts";
import { ExpiringKeys } from "./expiring-keys.ts";
import { FinishedHistory } from "./finished-history.ts";
import type { MemoryEngineLimits } from "./memory-engine-limits.ts";
import { MemoryReports } from "./memory-reports.ts";
import { MemoryChanges } from "./memory-changes.ts";
import { MemoryJournal } from "./memory-journal.ts";
import { HeldJobs } from "../queue/held-jobs.ts";
import { ItemLedger } from "../queue/item-ledger.ts";
import { LaneQueue } from "../queue/lane-queue.ts";
import type { QueueEntry } from "../queue/lane.ts";
import type { Pace } from "../queue/pace.ts";
import { ResponseRecords } from "../queue/response-records.ts";

/** The engine in memory; see `createMemoryEngine`. */
export class MemoryEngine implements Engine {
  readonly runSeed = randomUUID();
  readonly #clock: Pick<Clock, "now">;
  readonly #timers: Timers;
  readonly #limits: MemoryEngineLimits;
  readonly #notifier: ChangeNotifier;
  readonly #dedupeKeys: ExpiringKeys;
  readonly #history: FinishedHistory;
  readonly #responses: ResponseRecords;
  readonly #work: LaneQueue<Work>;
  readonly #outbox: LaneQueue<Send>;
  readonly #heldJobs = new HeldJobs();
  readonly #journal: MemoryJournal;
  readonly #changes: MemoryChanges;
  readonly #items = new ItemLedger(0);
  readonly #reports: MemoryReports;

  constructor(clock: Pick<Clock, "now">, timers: Timers, limits: MemoryEngineLimits, pace: Pace) {
    this.#clock = clock;
    this.#timers = timers;
    this.#limits = limits;
    this.#notifier = new ChangeNotifier(timers);
    this.#dedupeKeys = new ExpiringKeys(DEDUPE_WINDOW_MS, limits.dedupeKeys);
    this.#history = new FinishedHistory(limits.finished);
    this.#responses = new ResponseRecords(limits.finished, timers);
    this.#journal = new MemoryJournal(limits.finished);
    const { laneHoldMs } = limits;
    this.#work = new LaneQueue({ timers, laneHoldMs, onLeaseEnded: () => false });
    this.#outbox = new LaneQueue({
      pace,
      timers,
      laneHoldMs,
      onLeaseEnded: (entry) => this.#endSendLease(entry),
    });
    this.#reports = new MemoryReports(this.#history, (id) => this.#outbox.has(id), limits.finished);
    const queues = { work: this.#work, outbox: this.#outbox };
    this.#changes = new MemoryChanges({
      ...queues,
      history: this.#history,
      items: this.#items,
      reports: this.#reports,
    });
  }

  async start(): Promise<void> {
    this.#work.voidLeases();
    this.#outbox.voidLeases();
    this.#responses.voidClaims();
    this.#changed();
  }

  subscribe(listener: (mayLease: MayLease) => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  async accept(events: readonly NewEvent[], lease: LeaseRequest): Promise<readonly Acceptance[]> {
    this.#refuseWhenFull(events.length);
    const now = this.#clock.now();
    const outcomes = events.map((event) => {
      const outcome = this.#store(event, now);
      this.#items.receive(outcome ?? "accepted", event.unhandled);
      return outcome;
    });
    let room = lease.limit;
    const acceptances = events.map((event, index): Acceptance => {
      const outcome = outcomes[index];
      if (outcome !== undefined) return { outcome };
      const leased = room > 0 ? this.#work.leaseEntry(event.id, lease.leaseMs) : undefined;
      if (leased !== undefined) room -= 1;
      return { outcome: "accepted", leased };
    });
    this.#changed();
    return acceptances;
  }

  async addEffects(effects: Effects): Promise<void> {
    this.#refuseWhenFull(countEffects(effects));
    this.#add(effects, this.#clock.now());
    this.#changed();
  }

  async recall(runId: string): Promise<Recollection> {
    return this.#journal.recall(runId);
  }

  async releaseJobs(parentId: string): Promise<void> {
    const held = this.#heldJobs.take(parentId);
    if (held.length === 0) return;
    for (const id of held) this.#work.unhold(id);
    this.#changed();
  }

  async leaseWork(request: LeaseRequest): Promise<readonly Leased<Work>[]> {
    const leased = this.#work.lease(request);
    this.#setAlarm();
    return leased;
  }

  async finishWork(lease: Lease, result: WorkResult, effects: Effects): Promise<boolean> {
    const now = this.#clock.now();
    const entry = this.#work.held(lease);
    if (entry === undefined) return false;
    this.#refuseWhenFull(countEffects(effects));
    this.#add(effects, now);
    if (result.state === "retry") this.#work.retry(entry, result);
    else if (result.state === "released") this.#work.release(entry);
    else {
      this.#work.remove(entry);
      if (entry.item.kind === "job") this.#heldJobs.remove(entry.item.parentId, entry.id);
      else this.#items.finish(result.state);
      const reason = result.state === "dead" ? result.reason : undefined;
      this.#history.record(entry, entry.item.kind, result.state, reason, now);
    }
    this.#changed();
    return true;
  }

  async leaseSends(request: LeaseRequest): Promise<readonly Leased<Send>[]> {
    const leased = this.#outbox.lease(request);
    this.#setAlarm();
    return leased;
  }

  async finishSend(lease: Lease, ended: SendResult): Promise<boolean> {
    const now = this.#clock.now();
    const entry = this.#outbox.held(lease);
    if (entry === undefined) return false;
    const result = settledBy(this.#reports.of(entry.id), ended);
    if (result.state === "retry") this.#outbox.retry(entry, result);
    else {
      this.#outbox.remove(entry);
      const reason = result.state === "done" ? undefined : result.reason;
      this.#history.record(entry, "send", result.state, reason, now);
    }
    this.#changed();
    return true;
  }

  claimResponse(
    { id }: SynchronousRequest,
    leaseMs: number,
    signal: AbortSignal,
  ): Promise<ResponseClaim> {
    const sources = {
      responses: this.#responses,
      recorded: () => undefined,
      clock: this.#clock,
      timers: this.#timers,
    };
    return claimResponse(id, leaseMs, signal, sources);
  }

  async finishResponse(
    lease: Lease,
    request: SynchronousRequest,
    result: ResponseResult,
    effects: Effects,
  ): Promise<boolean> {
    const now = this.#clock.now();
    this.#refuseWhenFull(countEffects(effects));
    const finished = this.#responses.finish(lease, result, request.repeatable);
    if (finished === undefined) return false;
    const entry = { id: request.id, item: request, ...finished };
    if (result.state === "done") this.#history.record(entry, "request", "done", undefined, now);
    else this.#history.record(entry, "request", "dead", result.reason, now);
    this.#add(effects, now);
    this.#changed();
    return true;
  }

  async retry(ids: readonly string[], options: RetryOptions): Promise<readonly EntryChange[]> {
    const now = this.#clock.now();
    const changes = ids.map((id) => this.#changes.retry(id, options, now));
    this.#changed();
    return changes;
  }

  async discard(ids: readonly string[]): Promise<readonly EntryChange[]> {
    const now = this.#clock.now();
    const changes = ids.map((id) => this.#changes.discard(id, now));
    this.#changed();
    return changes;
  }

  async list(query: ListQuery): Promise<readonly FinishedRecord[]> {
    return this.#history.list(query);
  }

  async itemCounts(): Promise<ItemCounts> {
    return this.#items.counts(this.#work.count(({ kind }) => kind === "event"));
  }

  async depth(): Promise<EngineDepth> {
    return { work: this.#work.depth(), outbox: this.#outbox.depth() };
  }

  async close(): Promise<void> {
    this.#notifier.cancel();
  }

  /** Stores one event unless nothing is to run for it; then tells why. */
  #store(event: NewEvent, now: number): "duplicate" | "unhandled" | undefined {
    const { dedupeKey, unhandled } = event;
    if (this.#work.has(event.id)) return "duplicate";
    if (dedupeKey !== undefined) {
      if (this.#dedupeKeys.has(dedupeKey, now)) return "duplicate";
      this.#dedupeKeys.add(dedupeKey, now);
    }
    if (event.report !== undefined) this.#reports.add(event.report, now);
    const item = eventWorkOf(event);
    if (unhandled !== undefined) {
      const entry = { id: event.id, item, attempts: 0, createdAt: now };
      this.#history.record(entry, "event", "unhandled", unhandled, now);
      return "unhandled";
    }
    this.#work.add(event.id, event.lane, item, now);
    return undefined;
  }

  #add(effects: Effects, now: number): void {
    for (const job of effects.jobs) this.#addJob(job, now);
    for (const send of effects.sends) this.#addSend(send, now);
    this.#journal.add(effects);
  }

  #addJob({ heldMs, delayMs, ...job }: NewJob, now: number): void {
    if (this.#work.has(job.id) || this.#history.has(job.id)) return;
    this.#work.add(job.id, job.lane, job, now, { heldMs, delayMs });
    if (heldMs > 0) this.#heldJobs.add(job.parentId, job.id);
  }

  #addSend({ skipped, ...send }: NewSend, now: number): void {
    if (this.#outbox.has(send.id) || this.#history.has(send.id)) return;
    if (skipped === undefined) {
      this.#outbox.add(send.id, send.lane, send, now);
      return;
    }
    const entry = { id: send.id, item: send, attempts: 0, createdAt: now };
    this.#history.record(entry, "send", "skipped", skipped, now);
  }

  #refuseWhenFull(added: number): void {
    if (added === 0) return;
    if (this.#work.size + this.#outbox.size + added <= this.#limits.waiting) return;
    throw new EngineUnavailableError(`${this.#limits.waiting} entries wait already`);
  }

  /** An attempt without a result may have reached the far side. */
  #endSendLease(entry: QueueEntry<Send>): boolean {
    if (entry.item.repeatable) return false;
    const reason = "the attempt to send it ended without a result";
    this.#history.record(entry, "send", "unknown", reason, this.#clock.now());
    return true;
  }

  /** Notifies only where somebody could do something about it: most changes free nothing. */
  #changed(): void {
    this.#setAlarm();
    const mayLease = { work: this.#work.mayLease, outbox: this.#outbox.mayLease };
    const idle = this.#work.running + this.#outbox.running === 0;
    if (mayLease.work || mayLease.outbox || idle) this.#notifier.notify(mayLease);
  }

  #setAlarm(): void {
    this.#notifier.notifyAt(Math.min(this.#work.nextChangeAt, this.#outbox.nextChangeAt));
  }
}
