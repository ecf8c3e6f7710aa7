import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { MESSAGE_STATUSES } from "../../facts/whatsapp-statuses.ts";
import {
  failureReason,
  isNews,
  type ReceivedReport,
  reportedState,
  type StatusReport,
} from "../status-report.ts";

const rowSchema = z.object({
  seq: z.number(),
  state: z.string(),
  report: z.string().nullable(),
  has_item: z.number(),
});
const reportSchema = z.object({
  sendId: z.string(),
  status: z.enum(MESSAGE_STATUSES),
  messageId: z.string(),
  reason: z.string().optional(),
  code: z.string().optional(),
});

/** A table of messages: how to find one, note a report with it, and end it by one. */
interface Reported {
  readonly find: StatementSync;
  /** Finds the id of the one that the far side calls so. */
  readonly named: StatementSync;
  readonly note: StatementSync;
  readonly settle: (
    state: "done" | "dead",
    reason: string | null,
    now: number,
    seq: number,
  ) => void;
}

/** What of the message was there to note a report with, and the entry that is dead by it. */
interface Noted {
  readonly kept: "absent" | "empty" | "whole";
  readonly dead?: number;
}

/** What far sides reported of messages, kept with these. */
export class ReportTable {
  readonly #entries: Reported;
  readonly #past: Reported;
  readonly #reportOf: StatementSync;

  constructor(database: DatabaseSync) {
    this.#reportOf = database.prepare("SELECT report FROM entry WHERE seq = ?");
    this.#entries = openEntries(database);
    this.#past = openPast(database);
  }

  /**
   * Notes a report, and ends the message by it where its fate was not known or is another now.
   * @returns the entry whose message is dead by it
   */
  add(received: ReceivedReport, now: number): number | undefined {
    const sendId = received.sendId ?? this.#sendNamed(received.messageId);
    if (sendId === undefined) return undefined;
    const report = { ...received, sendId };
    const noted = addTo(this.#entries, report, now);
    // What is kept for the history alone may have an empty entry beside it, or none.
    if (noted.kept !== "whole") addTo(this.#past, report, now);
    return noted.kept === "whole" ? noted.dead : undefined;
  }

  #sendNamed(messageId: string): string | undefined {
    const { id } = this.#entries.named.get(messageId) ?? this.#past.named.get(messageId) ?? {};
    return typeof id === "string" ? id : undefined;
  }

  /** Gives what was reported last of the message of an entry. */
  of(seq: number): StatusReport | undefined {
    const text = this.#reportOf.get(seq)?.report;
    return typeof text === "string" ? readReport(text) : undefined;
  }
}

function openEntries(database: DatabaseSync): Reported {
  const settle = database.prepare(
    "UPDATE entry SET state = ?, reason = ?, finished_at = ? WHERE seq = ?",
  );
  return {
    find: database.prepare(`SELECT seq, state, report, item IS NOT NULL AS has_item FROM entry
      WHERE id = ? AND kind = 'send'`),
    named: database.prepare("SELECT id FROM entry WHERE message_id = ? ORDER BY seq DESC LIMIT 1"),
    note: database.prepare(
      "UPDATE entry SET report = ?, message_id = coalesce(message_id, ?) WHERE seq = ?",
    ),
    settle: (state, reason, now, seq) => {
      settle.run(state, reason, now, seq);
    },
  };
}

function openPast(database: DatabaseSync): Reported {
  const settle = database.prepare("UPDATE past_message SET state = ?, reason = ? WHERE rowid = ?");
  return {
    find: database.prepare(`SELECT rowid AS seq, state, report, 1 AS has_item FROM past_message
      WHERE id = ? AND kind = 'send'`),
    named: database.prepare(
      "SELECT id FROM past_message WHERE message_id = ? AND kind = 'send' ORDER BY seq DESC LIMIT 1",
    ),
    note: database.prepare(
      "UPDATE past_message SET report = ?, message_id = coalesce(message_id, ?) WHERE rowid = ?",
    ),
    settle: (state, reason, _now, seq) => {
      settle.run(state, reason, seq);
    },
  };
}

function addTo({ find, note, settle }: Reported, report: StatusReport, now: number): Noted {
  const found = find.get(report.sendId);
  if (found === undefined) return { kept: "absent" };
  const { seq, state, report: known, has_item } = rowSchema.parse(found);
  const kept = has_item === 1 ? "whole" : "empty";
  if (!isNews(known === null ? undefined : readReport(known), report)) return { kept };
  // Meta's ids of messages hold the numbers of people: one without content is to have none.
  const messageId = state === "waiting" ? report.messageId : "";
  note.run(JSON.stringify({ ...report, messageId }), has_item === 1 ? report.messageId : null, seq);
  const ended = reportedState(state, report);
  if (ended === undefined) return { kept };
  settle(ended, ended === "dead" ? failureReason(report) : null, now, seq);
  return ended === "dead" ? { kept, dead: seq } : { kept };
}

/** Reads a report as the store holds it. */
export function readReport(text: string): StatusReport {
  const { reason, ...rest } = reportSchema.parse(JSON.parse(text));
  return { ...rest, reason };
}
