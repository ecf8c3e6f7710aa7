import type { Effects } from "../effects.ts";
import type { FollowFailure } from "../failed-send.ts";
import type { FinishedRecord } from "../finished.ts";
import type { HeldJobs } from "../queue/held-jobs.ts";
import type { LaneQueue } from "../queue/lane-queue.ts";
import { inLaneOfNumber } from "../send-lane.ts";
import type { NewSend, Send } from "../send.ts";
import { eventWorkOf, type NewEvent, type NewJob, type Work } from "../work.ts";
import type { ExpiringKeys } from "./expiring-keys.ts";
import type { FinishedHistory } from "./finished-history.ts";
import type { MemoryJournal } from "./memory-journal.ts";
import type { MemoryMessages } from "./memory-messages.ts";
import type { MemoryReports } from "./memory-reports.ts";

/** Where the engine in memory puts what comes in. */
interface MemoryWriterTargets {
  readonly work: LaneQueue<Work>;
  readonly outbox: LaneQueue<Send>;
  readonly heldJobs: HeldJobs;
  readonly dedupeKeys: ExpiringKeys;
  readonly history: FinishedHistory;
  readonly journal: MemoryJournal;
  readonly reports: MemoryReports;
  readonly messages: MemoryMessages;
}

/** Stores events and the effects of runs in memory. */
export class MemoryWriter {
  readonly #targets: MemoryWriterTargets;
  #follow: FollowFailure = () => undefined;

  constructor(targets: MemoryWriterTargets) {
    this.#targets = targets;
  }

  /** Stores one event unless nothing is to run for it; then tells why. */
  writeEvent(event: NewEvent, now: number): "duplicate" | "unhandled" | undefined {
    const { work, dedupeKeys, reports, messages, history } = this.#targets;
    const { dedupeKey, unhandled } = event;
    if (work.has(event.id)) return "duplicate";
    if (dedupeKey !== undefined) {
      if (dedupeKeys.has(dedupeKey, now)) return "duplicate";
      dedupeKeys.add(dedupeKey, now);
    }
    if (event.report !== undefined) {
      const dead = reports.add(event.report, now);
      if (dead !== undefined) this.writeFailure(dead, event.report.code, now);
    }
    const item = eventWorkOf(event);
    messages.receive(item, event.sender, now);
    if (event.sender !== undefined) messages.noteNames(event.sender, event.aliases);
    if (unhandled !== undefined) {
      const entry = { id: event.id, item, attempts: 0, createdAt: now };
      history.record(entry, "event", "unhandled", unhandled, now);
      return "unhandled";
    }
    work.add(event.id, event.lane, item, now);
    return undefined;
  }

  /** Stores the effects of a run, those with known ids left out. */
  writeEffects(effects: Effects, now: number): void {
    for (const job of effects.jobs) this.#addJob(job, now);
    for (const send of effects.sends) this.#addSend(send, now);
    this.#targets.journal.add(effects);
  }

  /** Sets what follows messages that fail for good. */
  followFailures(follow: FollowFailure): void {
    this.#follow = follow;
  }

  /** Stores what follows a message that failed for good. @param code the far side's own */
  writeFailure(
    { id, reason = "", attempts }: FinishedRecord,
    code: string | undefined,
    now: number,
  ): void {
    const found = this.#targets.messages.sendOf(id);
    if (found === undefined) return;
    const job = this.#follow({ ...found, reason, code, attempts });
    if (job !== undefined) this.#addJob(job, now);
  }

  #addJob({ heldMs, delayMs, ...job }: NewJob, now: number): void {
    const { work, history, heldJobs } = this.#targets;
    if (work.has(job.id) || history.has(job.id)) return;
    work.add(job.id, job.lane, job, now, { heldMs, delayMs });
    if (heldMs > 0) heldJobs.add(job.parentId, job.id);
  }

  #addSend({ skipped, ...asked }: NewSend, now: number): void {
    const { outbox, history, messages } = this.#targets;
    const send = inLaneOfNumber(asked, (name) => messages.namesOf(name));
    if (outbox.has(send.id) || history.has(send.id)) return;
    if (skipped === undefined) {
      messages.queue(send, now);
      outbox.add(send.id, send.lane, send, now);
      return;
    }
    const entry = { id: send.id, item: send, attempts: 0, createdAt: now };
    history.record(entry, "send", "skipped", skipped, now);
  }
}
