import type { SentQuery, SentRecord } from "../sent.ts";
import type { PastMessage } from "../../host/history.ts";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { DEDUPE_WINDOW_MS, EngineUnavailableError } from "../engine.ts";
import type { Engine, EngineDepth, MayLease } from "../engine.ts";
import { countEffects, type Effects } from "../effects.ts";
import type { KeptFile } from "../kept-file.ts";
import type { EntryChange, RetryOptions } from "../entry-change.ts";
import type { FollowFailure } from "../failed-send.ts";
import type { FinishedRecord, ListQuery } from "../finished.ts";
import type { HistoryQuery } from "../history/history.ts";
import type { Person } from "../person.ts";
import type { Recollection } from "../journal.ts";
import type { Retention } from "../retention.ts";
import type { Lease, Leased, LeaseRequest } from "../lease.ts";
import type { ResponseClaim, ResponseResult, SynchronousRequest } from "../recorded-response.ts";
import type { Send, SendResult } from "../send.ts";
import type { Acceptance, NewEvent, Work, WorkResult } from "../work.ts";
import { ChangeNotifier } from "../queue/change-notifier.ts";
import { claimResponse } from "../queue/claim-response.ts";
import { ExpiringKeys } from "./expiring-keys.ts";
import { FinishedHistory } from "./finished-history.ts";
import type { MemoryEngineLimits, MemoryEngineParts } from "./memory-engine-limits.ts";
import { MemoryFiles } from "./memory-files.ts";
import { MemoryEraser } from "./memory-eraser.ts";
import { MemoryMessages } from "./memory-messages.ts";
import { MemoryReports } from "./memory-reports.ts";
import { MemoryChanges } from "./memory-changes.ts";
import { MemoryJournal } from "./memory-journal.ts";
import { MemoryWriter } from "./memory-writer.ts";
import { settleSend } from "./settle-send.ts";
import { HeldJobs } from "../queue/held-jobs.ts";
import { ItemLedger } from "../queue/item-ledger.ts";
import { LaneQueue } from "../queue/lane-queue.ts";
import type { QueueEntry } from "../queue/lane.ts";
import { ResponseRecords } from "../queue/response-records.ts";

/** The engine in memory; see `createMemoryEngine`. */
export class MemoryEngine implements Engine {
  readonly runSeed: string;
  readonly #clock: Pick<Clock, "now">;
  readonly #timers: Timers;
  readonly #limits: MemoryEngineLimits;
  readonly #retention: Pick<Retention, "historyMs">;
  readonly #notifier: ChangeNotifier;
  readonly #history: FinishedHistory;
  readonly #responses: ResponseRecords;
  readonly #work: LaneQueue<Work>;
  readonly #outbox: LaneQueue<Send>;
  readonly #heldJobs = new HeldJobs();
  readonly #journal: MemoryJournal;
  readonly #writer: MemoryWriter;
  readonly #changes: MemoryChanges;
  readonly #items = new ItemLedger(0);
  readonly #reports: MemoryReports;
  readonly #messages: MemoryMessages;
  readonly #files = new MemoryFiles();
  readonly #eraser: MemoryEraser;

  constructor({ clock, timers, limits, pace, retention, runSeed }: MemoryEngineParts) {
    this.runSeed = runSeed;
    this.#retention = retention;
    this.#clock = clock;
    this.#timers = timers;
    this.#limits = limits;
    this.#notifier = new ChangeNotifier(timers);
    const dedupeKeys = new ExpiringKeys(DEDUPE_WINDOW_MS, limits.dedupeKeys);
    this.#messages = new MemoryMessages(limits.finished, (id) => this.#reports.of(id));
    this.#history = new FinishedHistory(limits.finished, (record) => this.#messages.end(record));
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
    this.#reports = new MemoryReports(this.#history, this.#outbox, this.#messages, limits.finished);
    const targets = {
      ...{ work: this.#work, outbox: this.#outbox, heldJobs: this.#heldJobs },
      ...{ dedupeKeys, history: this.#history, items: this.#items, journal: this.#journal },
      ...{ reports: this.#reports, messages: this.#messages },
    };
    this.#writer = new MemoryWriter(targets);
    this.#changes = new MemoryChanges(targets);
    const erasable = { ...targets, responses: this.#responses, files: this.#files };
    this.#eraser = new MemoryEraser(erasable, timers, () => this.#changed());
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

  followFailures(follow: FollowFailure): void {
    this.#writer.followFailures(follow);
  }

  async accept(events: readonly NewEvent[], lease: LeaseRequest): Promise<readonly Acceptance[]> {
    this.#refuseWhenFull(events.length);
    const now = this.#clock.now();
    const outcomes = events.map((event) => {
      const outcome = this.#writer.writeEvent(event, now);
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
    this.#writer.writeEffects(effects, this.#clock.now());
    this.#changed();
  }

  async keepFile(file: KeptFile): Promise<void> {
    this.#files.add(file);
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
    this.#writer.writeEffects(effects, now);
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
    const result = settleSend(entry, ended, this.#reports, this.#messages);
    this.#writer.writeRefusedPart(result, entry.attempts, now);
    if (result.state === "retry") this.#outbox.retry(entry, result);
    else {
      this.#outbox.remove(entry);
      const reason = result.state === "done" ? undefined : result.reason;
      if (result.state === "done") this.#messages.name(entry.id, result.receipt.id);
      this.#history.record(entry, "send", result.state, reason, now);
      if (result.state === "dead") this.#writer.writeFailure(entry.id, result.code, now);
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
    this.#messages.receive(request, request.sender, now);
    this.#writer.writeEffects(effects, now);
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

  erase(person: Person): ReturnType<Engine["erase"]> {
    return this.#eraser.erase(person, () => this.#clock.now());
  }

  async history(query: HistoryQuery): Promise<readonly PastMessage[]> {
    return this.#messages.newest(query, this.#clock.now() - this.#retention.historyMs);
  }

  readonly namesOf: Engine["namesOf"] = async (name) => this.#messages.namesOf(name);

  async sent(query: SentQuery): Promise<readonly SentRecord[]> {
    return this.#messages.sent(query);
  }

  async list(query: ListQuery): Promise<readonly FinishedRecord[]> {
    return this.#history.list(query);
  }

  async itemCounts(): ReturnType<Engine["itemCounts"]> {
    return this.#items.counts(this.#work.count(({ kind }) => kind === "event"));
  }

  async depth(): Promise<EngineDepth> {
    return { work: this.#work.depth(), outbox: this.#outbox.depth() };
  }

  async close(): Promise<void> {
    this.#notifier.cancel();
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
