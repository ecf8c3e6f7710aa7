import {
  failureReason,
  isNews,
  type ReceivedReport,
  reportedState,
  type StatusReport,
} from "../status-report.ts";
import type { FinishedRecord } from "../finished.ts";
import type { LaneQueue } from "../queue/lane-queue.ts";
import type { Send } from "../send.ts";
import type { FinishedHistory } from "./finished-history.ts";
import type { MemoryMessages } from "./memory-messages.ts";

/** What far sides reported of messages that are known here. */
export class MemoryReports {
  readonly #history: FinishedHistory;
  /** Messages that wait or are being sent. */
  readonly #outbox: Pick<LaneQueue<Send>, "has">;
  readonly #messages: Pick<MemoryMessages, "named">;
  readonly #maximum: number;
  readonly #reports = new Map<string, StatusReport>();

  /** @param maximum reports at most; the oldest are forgotten */
  constructor(
    history: FinishedHistory,
    outbox: Pick<LaneQueue<Send>, "has">,
    messages: Pick<MemoryMessages, "named">,
    maximum: number,
  ) {
    this.#history = history;
    this.#outbox = outbox;
    this.#messages = messages;
    this.#maximum = maximum;
  }

  /**
   * Notes a report, and ends the message by it where its fate was not known or is another now.
   * @returns how a message ended that is dead by it
   */
  add(received: ReceivedReport, now: number): FinishedRecord | undefined {
    const sendId = received.sendId ?? this.#messages.named(received.messageId);
    if (sendId === undefined) return undefined;
    const report = { ...received, sendId };
    const record = this.#history.get(sendId);
    if (record === undefined && !this.#outbox.has(sendId)) return undefined;
    if (!isNews(this.#reports.get(sendId), report)) return undefined;
    this.#reports.set(sendId, report);
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > this.#maximum && oldest !== undefined) this.#reports.delete(oldest);
    const state = record === undefined ? undefined : reportedState(record.state, report);
    if (record === undefined || state === undefined) return undefined;
    const reason = state === "dead" ? failureReason(report) : undefined;
    this.#history.delete(sendId);
    const ended = { ...record, state, reason, finishedAt: now };
    this.#history.add(ended);
    return state === "dead" ? ended : undefined;
  }

  /** Gives what was reported last of a message. */
  of(sendId: string): StatusReport | undefined {
    return this.#reports.get(sendId);
  }

  /** Forgets what was reported of a message that is sent anew. */
  forget(sendId: string): void {
    this.#reports.delete(sendId);
  }
}
