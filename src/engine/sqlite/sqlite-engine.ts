import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { countEffects, type Effects } from "../effects.ts";
import { type Engine, type EngineDepth, EngineUnavailableError, type MayLease } from "../engine.ts";
import type { FollowFailure } from "../failed-send.ts";
import type { FinishedRecord, ListQuery } from "../finished.ts";
import { type HistoryQuery, pastMessageOf } from "../history/history.ts";
import type { KeptFile } from "../kept-file.ts";
import type { Person } from "../person.ts";
import type { Lease, Leased, LeaseRequest } from "../lease.ts";
import { type Retention, STANDARD_RETENTION } from "../retention.ts";
import { ChangeNotifier } from "../queue/change-notifier.ts";
import { claimResponse } from "../queue/claim-response.ts";
import type { Pace } from "../queue/pace.ts";
import { ResponseRecords } from "../queue/response-records.ts";
import type { ResponseClaim, ResponseResult, SynchronousRequest } from "../recorded-response.ts";
import type { Send, SendResult } from "../send.ts";
import type { SentQuery, SentRecord } from "../sent.ts";
import type { Acceptance, NewEvent, Work, WorkResult } from "../work.ts";
import { writeEffects } from "./effect-writer.ts";
import { writeEvents } from "./event-writer.ts";
import type { InstructionDesk } from "./instruction-desk.ts";
import { type Changes, openChanges } from "./open-changes.ts";
import type { OpenDatabase } from "./open-database.ts";
import { Purge } from "./purge.ts";
import { Queues, type QueuesParts } from "./queues.ts";
import { writeResponse } from "./response-writer.ts";
import { writeResult, writeSendResult } from "./result-writer.ts";
import { readRunSeed } from "./run-seed.ts";
import type { SqliteEngineLimits } from "./sqlite-engine-limits.ts";
import { openTables, type Tables } from "./tables.ts";
import { TurnTransaction } from "./turn-transaction.ts";

/**
 * The engine on a SQLite file, for one process; see `createSqliteEngine`. What waits is on disk, its
 * order in memory; leases and claims are in memory only, as they end with the process.
 */
export class SqliteEngine implements Engine {
  readonly runSeed: string;
  /** Where commands beside a running server leave what they want. */
  readonly instructions: InstructionDesk;
  readonly #opened: OpenDatabase;
  readonly #clock: Pick<Clock, "now">;
  readonly #timers: Timers;
  readonly #limits: SqliteEngineLimits;
  readonly #retention: Retention;
  readonly #turn: TurnTransaction;
  readonly #notifier: ChangeNotifier;
  readonly #tables: Tables;
  readonly #purge: Purge;
  readonly #changes: Changes;
  readonly #parts: QueuesParts;
  #queues: Queues;
  #claims: ResponseRecords;

  constructor(
    opened: OpenDatabase,
    clock: Pick<Clock, "now">,
    timers: Timers,
    limits: SqliteEngineLimits,
    pace: Pace,
    retention: Retention = STANDARD_RETENTION,
  ) {
    const { database, log, folder } = opened;
    this.#opened = opened;
    this.#clock = clock;
    this.#timers = timers;
    this.#limits = limits;
    this.#retention = retention;
    this.runSeed = readRunSeed(database);
    this.#turn = new TurnTransaction({ database, log, timers });
    this.#notifier = new ChangeNotifier(timers);
    this.#tables = openTables(database, folder);
    this.#purge = new Purge({ ...this.#tables, retention, turn: this.#turn, clock, timers });
    this.#changes = openChanges(database, {
      ...{ engine: this, tables: this.#tables, turn: this.#turn, clock, timers },
      ...{ queues: () => this.#queues, changed: () => this.#changed() },
    });
    this.instructions = this.#changes.instructions;
    this.#claims = new ResponseRecords(0, timers);
    this.#parts = { ...this.#tables, turn: this.#turn, clock, timers, pace, ...limits };
    this.#queues = new Queues(this.#parts);
  }

  async start(): Promise<void> {
    this.#turn.flush();
    this.#claims.voidClaims();
    this.#claims = new ResponseRecords(0, this.#timers);
    this.#queues = Queues.restored(this.#parts);
    this.#purge.start();
    this.#changed();
  }

  subscribe(listener: (mayLease: MayLease) => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  followFailures(follow: FollowFailure): void {
    this.#tables.failures.set(follow);
  }

  async accept(events: readonly NewEvent[], lease: LeaseRequest): Promise<readonly Acceptance[]> {
    this.#refuseWhenFull(events.length);
    return this.#turn.runToDisk(() => {
      const now = this.#clock.now();
      const targets = { ...this.#tables, queues: this.#queues };
      const add = writeEvents(events, lease, targets, now);
      return () => {
        const acceptances = add();
        this.#changed();
        return acceptances;
      };
    });
  }

  async addEffects(effects: Effects): Promise<void> {
    this.#refuseWhenFull(countEffects(effects));
    return this.#turn.run(() => {
      const add = this.#writeEffects(effects);
      return () => {
        add();
        this.#changed();
      };
    });
  }

  keepFile(file: KeptFile): Promise<void> {
    return this.#changes.keepFile(file);
  }

  async recall(runId: string): ReturnType<Engine["recall"]> {
    const { entries, journal } = this.#tables;
    return { effects: entries.madeBy(runId), journal: journal.ofRun(runId) };
  }

  releaseJobs(parentId: string): Promise<void> {
    // The jobs themselves may be among what this turn stores.
    return this.#turn.afterwards(() => {
      const held = this.#queues.heldJobs.take(parentId);
      if (held.length === 0) return;
      for (const id of held) this.#queues.work.unhold(id);
      this.#changed();
    });
  }

  async leaseWork(request: LeaseRequest): Promise<readonly Leased<Work>[]> {
    const leased = this.#queues.work.lease(request);
    // A lease that a power cut takes back only means that the entry is tried again.
    if (leased.length > 0) this.#turn.note(() => this.#queues.work.noteLeases(leased));
    this.#notifier.notifyAt(this.#queues.nextChangeAt);
    return leased;
  }

  async finishWork(lease: Lease, result: WorkResult, effects: Effects): Promise<boolean> {
    this.#refuseWhenFull(countEffects(effects));
    return this.#turn.run(() => {
      const now = this.#clock.now();
      const entry = this.#queues.work.held(lease);
      if (entry === undefined) return () => false;
      const finish = writeResult(entry, result, { ...this.#tables, queue: this.#queues.work }, now);
      if (finish === undefined) return () => false;
      const add = this.#writeEffects(effects);
      return () => {
        finish();
        if (entry.item.kind === "event" && (result.state === "done" || result.state === "dead")) {
          this.#queues.items.finish(result.state);
        }
        add();
        this.#changed();
        return true;
      };
    });
  }

  async leaseSends(request: LeaseRequest): Promise<readonly Leased<Send>[]> {
    const leased = this.#queues.outbox.lease(request);
    this.#notifier.notifyAt(this.#queues.nextChangeAt);
    if (leased.length === 0) return leased;
    // On disk before anything leaves, so that a crash never makes a second copy of a message.
    return this.#turn.runToDisk(
      () => {
        this.#queues.outbox.noteLeases(leased);
        return () => leased;
      },
      () => this.#queues.outbox.takeBack(leased),
    );
  }

  async finishSend(lease: Lease, result: SendResult): Promise<boolean> {
    return this.#turn.run(() => {
      const now = this.#clock.now();
      const entry = this.#queues.outbox.held(lease);
      if (entry === undefined) return () => false;
      const targets = { ...this.#tables, queues: this.#queues };
      const finish = writeSendResult(entry, result, targets, now);
      return () => {
        finish?.();
        this.#changed();
        return finish !== undefined;
      };
    });
  }

  claimResponse(
    { id, repeatable }: SynchronousRequest,
    leaseMs: number,
    signal: AbortSignal,
  ): Promise<ResponseClaim> {
    const sources = {
      responses: this.#claims,
      recorded: (known: string, now: number) =>
        repeatable ? this.#tables.responses.get(known, now) : undefined,
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
    this.#refuseWhenFull(countEffects(effects));
    return this.#turn.runToDisk(() => {
      const now = this.#clock.now();
      if (!this.#claims.holds(lease)) return () => false;
      writeResponse(request, result, this.#tables, now);
      const add = this.#writeEffects(effects);
      return () => {
        if (this.#claims.finish(lease, result, false) === undefined) return false;
        add();
        this.#changed();
        return true;
      };
    });
  }

  retry(...[ids, options]: Parameters<Engine["retry"]>): ReturnType<Engine["retry"]> {
    return this.#changes.entries.retry(ids, options);
  }

  discard(ids: readonly string[]): ReturnType<Engine["discard"]> {
    return this.#changes.entries.discard(ids);
  }

  erase(person: Person): ReturnType<Engine["erase"]> {
    return this.#changes.eraser.erase(person);
  }

  async history({ person, limit }: HistoryQuery): ReturnType<Engine["history"]> {
    const after = this.#clock.now() - this.#retention.historyMs;
    return this.#tables.history.newest(await this.namesOf(person), after, limit).map(pastMessageOf);
  }

  readonly namesOf: Engine["namesOf"] = async (name) => this.#tables.aliases.namesOf(name);

  async sent(query: SentQuery): Promise<readonly SentRecord[]> {
    return this.#tables.entries.sent(query);
  }

  async list(query: ListQuery): Promise<readonly FinishedRecord[]> {
    this.#turn.flush();
    return this.#tables.entries.list(query);
  }

  itemCounts(): ReturnType<Engine["itemCounts"]> {
    return Promise.resolve(this.#queues.itemCounts());
  }

  async depth(): Promise<EngineDepth> {
    this.#turn.check();
    return this.#queues.depth();
  }

  async close(): Promise<void> {
    this.#purge.stop();
    this.#notifier.cancel();
    await this.#turn.close();
    this.#opened.close();
  }

  #writeEffects(effects: Effects): () => void {
    const targets = { ...this.#tables, queues: this.#queues };
    return writeEffects(effects, targets, this.#clock.now());
  }

  #refuseWhenFull(added: number): void {
    if (added === 0 || this.#queues.size + added <= this.#limits.waiting) return;
    throw new EngineUnavailableError(`${String(this.#limits.waiting)} entries wait already`);
  }

  /** Notifies only where somebody could do something about it: most changes free nothing. */
  #changed(): void {
    this.#notifier.notifyAt(this.#queues.nextChangeAt);
    const { mayLease, isIdle } = this.#queues;
    if (mayLease.work || mayLease.outbox || isIdle) this.#notifier.notify(mayLease);
  }
}
