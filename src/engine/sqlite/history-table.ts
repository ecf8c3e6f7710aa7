import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { MessageContent } from "../../host/history.ts";
import { contentOf, type EntryContent } from "../history/content.ts";
import type { RecordedMessage } from "../history/history.ts";
import { readReport } from "./report-table.ts";
import { readItem } from "./stored-item.ts";

const KINDS = ["event", "job", "send", "request"] as const;
const rowSchema = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.enum(KINDS),
  state: z.enum(["waiting", "done", "dead", "unknown", "skipped", "unhandled", "discarded"]),
  reason: z.string().nullable(),
  report: z.string().nullable(),
  message_id: z.string().nullable(),
  created_at: z.number(),
  item: z.string().nullable(),
  content: z.string().nullable(),
});
type Row = z.output<typeof rowSchema>;

const movedSchema = z.object({ kind: z.enum(KINDS), item: z.string().nullable() });
const contentSchema: z.ZodType<MessageContent> = z
  .object({
    direction: z.enum(["inbound", "outbound"]),
    channel: z.enum(["whatsapp", "sms", "call", "mail"]),
    type: z.string(),
    subject: z.string().optional(),
    text: z.string(),
    writtenAt: z.number().exactOptional(),
    number: z.string().exactOptional(),
  })
  .transform(({ subject, ...rest }) => ({ ...rest, subject }));

const COLUMNS = "seq, id, kind, state, reason, report, message_id, created_at";

/**
 * The messages of people. While their entries are kept whole they are read from these, which know
 * whose history they belong to; afterwards what they said is kept in a table of its own.
 */
export class HistoryTable {
  readonly #entries: StatementSync;
  readonly #past: StatementSync;
  readonly #find: StatementSync;
  readonly #move: StatementSync;
  readonly #leave: StatementSync;
  readonly #purge: StatementSync;

  constructor(database: DatabaseSync) {
    const newest = "WHERE person = ? AND created_at > ? ORDER BY";
    this.#entries = database.prepare(
      `SELECT ${COLUMNS}, item, NULL AS content FROM entry ${newest} seq DESC LIMIT ?`,
    );
    this.#past = database.prepare(
      `SELECT ${COLUMNS}, NULL AS item, content FROM past_message
        ${newest} created_at DESC, seq DESC LIMIT ?`,
    );
    this.#find = database.prepare("SELECT kind, item FROM entry WHERE seq = ?");
    this.#move = database.prepare(`INSERT OR REPLACE INTO past_message
      (id, seq, kind, person, created_at, run_id, state, reason, report, message_id, content)
      SELECT id, seq, kind, person, created_at, parent_id, state, reason, report,
        coalesce(message_id, ?), ? FROM entry WHERE seq = ?`);
    this.#leave = database.prepare(
      "UPDATE entry SET person = NULL, message_id = NULL WHERE seq = ?",
    );
    this.#purge = database.prepare(`DELETE FROM past_message WHERE rowid IN
      (SELECT rowid FROM past_message WHERE created_at <= ? LIMIT ?)`);
  }

  /**
   * Gives the newest messages of a person, oldest of them first.
   * @param names all by which the person is known, each `Person.nameOf`
   * @param after those that are newer; store clock, ms since 1970-01-01 UTC
   */
  newest(names: readonly string[], after: number, limit: number): RecordedMessage[] {
    // SQLite has no whole number for what is before all time.
    const since = Number.isFinite(after) ? after : Number.MIN_SAFE_INTEGER;
    const rows = names.flatMap((name) =>
      [this.#entries, this.#past].flatMap((statement) =>
        statement.all(name, since, limit).map((row) => rowSchema.parse(row)),
      ),
    );
    rows.sort((a, b) => b.created_at - a.created_at || b.seq - a.seq);
    const found = rows.slice(0, limit).flatMap((row) => readRow(row) ?? []);
    return found.toReversed();
  }

  /** Keeps what an entry says as a message whose own content goes; its history ends with it else. */
  keep(seq: number): void {
    const { kind, item } = movedSchema.parse(this.#find.get(seq));
    const found = item === null ? undefined : readContent(kind, item);
    if (found !== undefined) {
      this.#move.run(found.messageId ?? null, JSON.stringify(found.content), seq);
    }
    this.leave(seq);
  }

  /** Takes an entry out of the history of its person. */
  leave(seq: number): void {
    this.#leave.run(seq);
  }

  /** Deletes messages of which nothing else is kept. @returns how many, `most` at most */
  purge(before: number, most: number): number {
    if (!Number.isFinite(before)) return 0;
    return Number(this.#purge.run(before, most).changes);
  }
}

function readRow(row: Row): RecordedMessage | undefined {
  const { id: entry, kind, item, content: kept, state, reason, report, message_id } = row;
  const messageId = message_id ?? undefined;
  const read =
    kept === null
      ? item === null
        ? undefined
        : readContent(kind, item)
      : { content: contentSchema.parse(JSON.parse(kept)), messageId };
  if (read === undefined) return undefined;
  return {
    entry,
    content: read.content,
    messageId: messageId ?? read.messageId,
    createdAt: row.created_at,
    state,
    reason: reason ?? undefined,
    report: report === null ? undefined : readReport(report),
  };
}

/** One row that a person changed by hand must not keep the others from being seen. */
function readContent(kind: Row["kind"], item: string): EntryContent | undefined {
  try {
    return contentOf(readItem(kind, item));
  } catch {
    return undefined;
  }
}
