import type { MessageContent, MessageStatus, PastMessage } from "../../host/history.ts";
import type { FinishedState } from "../finished.ts";
import type { StatusReport } from "../status-report.ts";

/** Whose messages to give. */
export interface HistoryQuery {
  /** `Person.nameOf` of the person. */
  readonly person: string;
  /** Messages at most, the newest ones. */
  readonly limit: number;
}

/** A message of the history as a store keeps it. */
export interface RecordedMessage {
  /** The id of its entry. */
  readonly entry: string;
  readonly content: MessageContent;
  /** The far side's id, where it is known. */
  readonly messageId: string | undefined;
  /** Store clock, ms since 1970-01-01 UTC. */
  readonly createdAt: number;
  readonly state: FinishedState | "waiting";
  readonly reason: string | undefined;
  /** What the far side reported of it last. */
  readonly report: StatusReport | undefined;
}

/** Gives a message as scripts and people see it. */
export function pastMessageOf(recorded: RecordedMessage): PastMessage {
  const { content, entry, messageId, createdAt, reason } = recorded;
  const status = statusOf(recorded);
  const explained = status === "failed" || status === "unknown";
  return {
    ...content,
    id: messageId,
    timestamp: createdAt,
    status,
    error: explained ? reason : undefined,
    entry,
  };
}

function statusOf({ content, state, report }: RecordedMessage): MessageStatus {
  if (content.direction === "inbound") return "received";
  if (state === "dead") return "failed";
  if (report !== undefined && report.status !== "failed") return report.status;
  switch (state) {
    case "waiting":
      return "queued";
    case "done":
      return "sent";
    case "unknown":
      return "unknown";
    default:
      return "discarded";
  }
}
