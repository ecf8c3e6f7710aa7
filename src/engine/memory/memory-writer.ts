import type { Effects } from "../effects.ts";
import type { FollowFailure } from "../failed-send.ts";
import type { HeldJobs } from "../queue/held-jobs.ts";
import type { LaneQueue } from "../queue/lane-queue.ts";
import { inLaneOfNumber } from "../send-lane.ts";
import { type NewSend, refusedPartOf, type Send, type SendResult } from "../send.ts";
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
      if (dead !== undefined) this.writeFailure(dead.id, event.report.code, now);
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

  /**
   * Stores what an attempt showed to be refused for good as a dead letter of its own, with what
   * follows it; nothing where there is no such part.
   * @param attempts at the message that it was a part of
   */
  writeRefusedPart(result: SendResult, attempts: number, now: number): void {
    const { history, messages } = this.#targets;
    const part = refusedPartOf(result);
    if (part === undefined) return;
    const { send, reason, code } = part;
    messages.queue(send, now);
    history.record(
      { id: send.id, item: send, attempts, createdAt: now },
      "send",
      "dead",
      reason,
      now,
    );
    this.writeFailure(send.id, code, now);
  }

  /** Sets what follows messages that fail for good. */
  followFailures(follow: FollowFailure): void {
    this.#follow = follow;
  }

  /** Stores what follows a message that is recorded as dead. @param code the far side's own */
  writeFailure(id: string, code: string | undefined, now: number): void {
    const { history, messages } = this.#targets;
    const record = history.get(id);
    const found = messages.sendOf(id);
    if (record === undefined || found === undefined) return;
    const { reason = "", attempts } = record;
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
