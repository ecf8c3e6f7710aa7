import { META_REDELIVERY_DAYS } from "../facts/webhook-deliveries.ts";
import type { PastMessage } from "../host/history.ts";
import type { Effects } from "./effects.ts";
import type { Erased } from "./erased.ts";
import type { EntryChange, RetryOptions } from "./entry-change.ts";
import type { FollowFailure } from "./failed-send.ts";
import type { FinishedRecord, ListQuery } from "./finished.ts";
import type { HistoryQuery } from "./history/history.ts";
import type { ItemCounts } from "./item-counts.ts";
import type { Recollection } from "./journal.ts";
import type { Lease, Leased, LeaseRequest } from "./lease.ts";
import type { ResponseClaim, ResponseResult, SynchronousRequest } from "./recorded-response.ts";
import type { Person } from "./person.ts";
import type { KeptFile } from "./kept-file.ts";
import type { SentQuery, SentRecord } from "./sent.ts";
import type { Send, SendResult } from "./send.ts";
import type { Acceptance, NewEvent, Work, WorkResult } from "./work.ts";

/** As long as Meta delivers again, and one day more as margin. */
export const DEDUPE_WINDOW_MS = (META_REDELIVERY_DAYS + 1) * 24 * 60 * 60_000;

/**
 * Unless set: an entry that fails holds its lane for so long after the first failure since something
 * in the lane came to its end, then waits beside it.
 */
export const LANE_HOLD_MS = 10 * 60_000;

/** How full one queue is. */
export interface QueueDepth {
  /** Entries that wait for a worker or for the entry before them, not for time to pass. */
  readonly due: number;
  /** Entries that wait for time to pass, or behind one that does. */
  readonly delayed: number;
  /** Leased entries. */
  readonly running: number;
}

/** How full the engine is. */
export interface EngineDepth {
  /** Events and jobs. */
  readonly work: QueueDepth;
  readonly outbox: QueueDepth;
}

/** Which queues may have an entry to lease; false only where one certainly has none. */
export interface MayLease {
  readonly work: boolean;
  readonly outbox: boolean;
}

/** The engine cannot store anything now: full, or its store is out of reach. */
export class EngineUnavailableError extends Error {
  override readonly name = "EngineUnavailableError";
}

/**
 * Stores events, jobs, messages to send and recorded responses, and hands them to workers under
 * leases. What a method returned for is stored. Delays and leases are counted by the time that passes,
 * however the clock is set meanwhile; moments are those of the store's clock.
 */
export interface Engine {
  /** A secret from which runs draw their chance, the same for the life of the store. */
  readonly runSeed: string;
  /** Opens the engine for work. An engine with one process voids the leases that it finds. */
  start(): Promise<void>;
  /**
   * Calls the listener whenever something may have become free to lease, by a change or because
   * time passed, and when nothing is leased any more.
   * @returns ends the calls
   */
  subscribe(listener: (mayLease: MayLease) => void): () => void;
  /** Sets which job is stored in one step with the failure of a message; nothing is until then. */
  followFailures(follow: FollowFailure): void;

  /**
   * Stores the events of one delivery, all or none.
   * @param events in the order of the delivery; those of one lane run in this order
   * @param lease how many of them the caller can start right away; an engine may hand back fewer
   * @returns one acceptance for each event
   * @throws EngineUnavailableError when nothing was stored
   */
  accept(events: readonly NewEvent[], lease: LeaseRequest): Promise<readonly Acceptance[]>;
  /**
   * Stores what a run that goes on did so far, all or none. Jobs and messages whose ids are known
   * are left out: a run that is repeated adds its effects again.
   * @throws EngineUnavailableError when nothing was stored
   */
  addEffects(effects: Effects): Promise<void>;
  /** Notes a file that a run keeps in the data folder, so that it is erased with the person. */
  keepFile(file: KeptFile): Promise<void>;
  /** Gives what a run did and was told before, for a run that is repeated. */
  recall(runId: string): Promise<Recollection>;
  /** Lets the held jobs of a run start. */
  releaseJobs(parentId: string): Promise<void>;
  /** Leases the first due entries of free lanes; fewer than the limit only where there are no more. */
  leaseWork(request: LeaseRequest): Promise<readonly Leased<Work>[]>;
  /**
   * Records the result of an event or a job together with what its run did, as `addEffects` does.
   * @returns false where the lease has ended and nothing was recorded
   * @throws EngineUnavailableError when nothing was stored; the lease goes on
   */
  finishWork(lease: Lease, result: WorkResult, effects: Effects): Promise<boolean>;

  /** Leases messages as `leaseWork` leases events and jobs. */
  leaseSends(request: LeaseRequest): Promise<readonly Leased<Send>[]>;
  /** @returns false where the lease has ended and the result was not recorded */
  finishSend(lease: Lease, result: SendResult): Promise<boolean>;

  /**
   * Asks to answer a synchronous request; waits while another run of the same id is under way.
   * @param leaseMs milliseconds after which the claim ends by itself
   * @param signal ends the wait
   * @throws the signal's reason
   */
  claimResponse(
    request: SynchronousRequest,
    leaseMs: number,
    signal: AbortSignal,
  ): Promise<ResponseClaim>;
  /**
   * Records the result of a synchronous request together with what its run did.
   * @param request the request that was claimed
   * @returns false where the claim has ended and nothing was recorded
   * @throws EngineUnavailableError when nothing was stored; the claim goes on
   */
  finishResponse(
    lease: Lease,
    request: SynchronousRequest,
    result: ResponseResult,
    effects: Effects,
  ): Promise<boolean>;

  /**
   * Gives entries that failed a new start, in front of what waits in their lanes. What their runs
   * did before stays done.
   * @returns one change for each id
   * @throws EngineUnavailableError when the store cannot be written; a part may have been changed
   */
  retry(ids: readonly string[], options: RetryOptions): Promise<readonly EntryChange[]>;
  /**
   * Gives up entries that wait or have failed: no worker takes them, and nobody need look at them.
   * @returns one change for each id
   * @throws EngineUnavailableError when the store cannot be written; a part may have been changed
   */
  discard(ids: readonly string[]): Promise<readonly EntryChange[]>;

  /**
   * Erases what is kept of a person, by whatever names they are known, and what came of it. What waits
   * is given up; what runs is erased when it has ended, or told of where that takes too long. Ids and
   * dedupe keys stay, so that a repeated delivery is still known.
   * @throws EngineUnavailableError when the store cannot be written; a part may be erased then
   */
  erase(person: Person): Promise<Erased>;
  /** Gives the messages of a person, by whatever names they are known: the newest ones, oldest of these first. */
  history(query: HistoryQuery): Promise<readonly PastMessage[]>;
  /** Gives all names of a person of whom one is known, that one too; all as `Person.nameOf` gives them. */
  namesOf(name: string): Promise<readonly string[]>;
  /** Tells when messages of a channel left, and to whom, the oldest first. */
  sent(query: SentQuery): Promise<readonly SentRecord[]>;
  /** Lists finished entries, newest first. */
  list(query: ListQuery): Promise<readonly FinishedRecord[]>;
  depth(): Promise<EngineDepth>;
  /** Counts the items of deliveries; at every moment the counts add up. */
  itemCounts(): Promise<ItemCounts>;
  close(): Promise<void>;
}
