import type { MESSAGE_STATUSES } from "../facts/whatsapp-statuses.ts";
import type { SendResult } from "./send.ts";

/** How far a message has come, from a webhook of the far side; never goes back. */
export type ReportedStatus = (typeof MESSAGE_STATUSES)[number];

/** What the far side reports of a message that was sent, known by the key that it was sent with. */
export interface StatusReport {
  /** `Send.id`. */
  readonly sendId: string;
  readonly status: ReportedStatus;
  /** The far side's id of the message. */
  readonly messageId: string;
  /** Why it failed; undefined unless it did. */
  readonly reason: string | undefined;
  /** The far side's code of why it failed. */
  readonly code?: string | undefined;
}

/** A report as it comes in, which may name the message by the far side's id alone. */
export type ReceivedReport = Omit<StatusReport, "sendId"> & {
  /** `Send.id`; undefined where the far side does not give it back. */
  readonly sendId: string | undefined;
};

/** A message that arrived cannot fail any more, and one that failed does not arrive. */
const RANKS: Readonly<Record<ReportedStatus, number>> = {
  sent: 1,
  failed: 2,
  delivered: 3,
  read: 4,
  played: 5,
};

/** Tells whether a report says more than the one before. */
export function isNews(known: StatusReport | undefined, next: StatusReport): boolean {
  if (known === undefined) return true;
  return known.status !== "failed" && RANKS[next.status] > RANKS[known.status];
}

/** Gives how an attempt to send ended in the light of what the far side reported meanwhile. */
export function settledBy(report: StatusReport | undefined, result: SendResult): SendResult {
  if (report === undefined || result.state === "dead") return result;
  if (report.status !== "failed") return { state: "done", receipt: { id: report.messageId } };
  if (result.state === "retry") return result;
  return { state: "dead", reason: failureReason(report), code: report.code };
}

/** Gives the state that a report brings a finished message to; undefined where it changes nothing. */
export function reportedState(state: string, report: StatusReport): "done" | "dead" | undefined {
  if (report.status === "failed")
    return state === "unknown" || state === "done" ? "dead" : undefined;
  return state === "unknown" ? "done" : undefined;
}

/** Says why a message counts as failed that the far side had taken. */
export function failureReason({ reason }: StatusReport): string {
  return `the far side reported that it failed${reason === undefined ? "" : `: ${reason}`}`;
}
