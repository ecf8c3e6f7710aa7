import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { failureReason, isNews, reportedState, type StatusReport } from "../status-report.ts";

const rowSchema = z.object({ seq: z.number(), state: z.string(), report: z.string().nullable() });
const reportSchema = z.object({
  sendId: z.string(),
  status: z.enum(["sent", "delivered", "read", "played", "failed"]),
  messageId: z.string(),
  reason: z.string().optional(),
});

/** What far sides reported of messages, kept with the entries of the messages. */
export class ReportTable {
  readonly #find: StatementSync;
  readonly #reportOf: StatementSync;
  readonly #note: StatementSync;
  readonly #settle: StatementSync;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT seq, state, report FROM entry WHERE id = ? AND kind = 'send'",
    );
    this.#reportOf = database.prepare("SELECT report FROM entry WHERE seq = ?");
    this.#note = database.prepare("UPDATE entry SET report = ? WHERE seq = ?");
    this.#settle = database.prepare(
      "UPDATE entry SET state = ?, reason = ?, finished_at = ? WHERE seq = ?",
    );
  }

  /** Notes a report, and ends the message by it where its fate was not known or is another now. */
  add(report: StatusReport, now: number): void {
    const found = this.#find.get(report.sendId);
    if (found === undefined) return;
    const { seq, state, report: known } = rowSchema.parse(found);
    if (!isNews(known === null ? undefined : read(known), report)) return;
    // Meta's ids of messages hold the numbers of people; only an attempt under way needs them.
    const messageId = state === "waiting" ? report.messageId : "";
    this.#note.run(JSON.stringify({ ...report, messageId }), seq);
    const ended = reportedState(state, report);
    if (ended === undefined) return;
    this.#settle.run(ended, ended === "dead" ? failureReason(report) : null, now, seq);
  }

  /** Gives what was reported last of the message of an entry. */
  of(seq: number): StatusReport | undefined {
    const text = this.#reportOf.get(seq)?.report;
    return typeof text === "string" ? read(text) : undefined;
  }
}

function read(text: string): StatusReport {
  const { reason, ...rest } = reportSchema.parse(JSON.parse(text));
  return { ...rest, reason };
}
