import type { ChannelName } from "../../host/message.ts";
import { isWhatsAppNumber } from "../../host/whatsapp/twilio.ts";
import type { SentQuery, SentRecord } from "../sent.ts";
import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { FinishedRecord, FinishedState, ListQuery } from "../finished.ts";
import { Person } from "../person.ts";
import type { Send } from "../send.ts";
import type { JobWork } from "../work.ts";
import { readItem } from "./stored-item.ts";

/** The kinds of entries, each with items of its own form. */
export type EntryKind = FinishedRecord["kind"];

/** An entry as it is first stored. */
export interface NewEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly lane: string;
  /** Waiting unless it is finished at once, with the reason. */
  readonly finished:
    { readonly state: FinishedState; readonly reason: string | undefined } | undefined;
  /** With the one that begins at once, where the one who stores it works on it right away. */
  readonly attempts: number;
  readonly createdAt: number;
  /** When it is due; store clock, ms since 1970-01-01 UTC. */
  readonly dueAt: number;
  readonly parentId: string | undefined;
  /** In whose history it is, by any name; undefined for what is no message. */
  readonly person: string | undefined;
  readonly item: string;
}

const waitingSchema = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.enum(["event", "job", "send"]),
  lane: z.string(),
  attempts: z.number(),
  leased: z.number(),
  created_at: z.number(),
  due_at: z.number(),
  first_failed_at: z.number().nullable(),
  delayed_at: z.number().nullable(),
  retried_at: z.number().nullable(),
});
/** An entry that waits, without its item. */
export type WaitingRow = z.output<typeof waitingSchema>;

const sentSchema = z.object({ lane: z.string(), finished_at: z.number() });
const finishedSchema = z.object({
  id: z.string(),
  kind: z.enum(["event", "job", "send", "request"]),
  state: z.enum(["done", "dead", "unknown", "skipped", "unhandled", "discarded"]),
  reason: z.string().nullable(),
  attempts: z.number(),
  created_at: z.number(),
  finished_at: z.number(),
  item: z.string().nullable(),
});

const madeSchema = z.object({
  id: z.string(),
  kind: z.enum(["job", "send"]),
  item: z.string().nullable(),
});

function readMade(kind: "job" | "send", text: string): JobWork | Send | undefined {
  try {
    const item = readItem(kind, text);
    return "message" in item || ("kind" in item && item.kind === "job") ? item : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(person: string | undefined): string | null {
  return person === undefined || person === "" ? null : Person.nameOf(person);
}

/** How an entry ended. */
export interface Ending {
  readonly state: FinishedState;
  readonly reason: string | undefined;
  readonly attempts: number;
  readonly finishedAt: number;
  /** The far side's id of a message that it took. */
  readonly messageId?: string | undefined;
}

/** An entry that a worker gave back. Times are those of the store's clock, ms since 1970-01-01 UTC. */
export interface GivenBack {
  readonly attempts: number;
  readonly now: number;
  readonly dueAt: number;
  /** Undefined where it did not fail. */
  readonly firstFailedAt: number | undefined;
}

/** The table of events, jobs, messages and answered requests. */
export class EntryTable {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #forget: StatementSync;
  readonly #waiting: StatementSync;
  readonly #item: StatementSync;
  readonly #rewrite: StatementSync;
  readonly #lease: StatementSync;
  readonly #giveBack: StatementSync;
  readonly #release: StatementSync;
  readonly #finish: StatementSync;
  readonly #madeBy: StatementSync;

  constructor(database: DatabaseSync) {
    const values = `(id, kind, lane, state, reason, attempts, leased, created_at, due_at,
      parent_id, finished_at, person, item) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    this.#insert = database.prepare(`INSERT OR IGNORE INTO entry ${values}`);
    this.#forget = database.prepare("DELETE FROM entry WHERE id = ? AND finished_at IS NOT NULL");
    this.#waiting = database.prepare(`SELECT seq, id, kind, lane, attempts, leased, created_at,
      due_at, first_failed_at, delayed_at, retried_at FROM entry WHERE finished_at IS NULL ORDER BY seq`);
    this.#item = database.prepare("SELECT item FROM entry WHERE seq = ?");
    this.#rewrite = database.prepare("UPDATE entry SET item = ? WHERE seq = ?");
    this.#lease = database.prepare("UPDATE entry SET leased = 1, attempts = ? WHERE seq = ?");
    this.#giveBack = database.prepare(`UPDATE entry SET leased = 0, attempts = ?, due_at = ?,
      first_failed_at = ?, delayed_at = ? WHERE seq = ?`);
    this.#release = database.prepare(`UPDATE entry SET leased = 0, attempts = ?,
      retried_at = coalesce(retried_at, created_at) WHERE seq = ?`);
    this.#madeBy = database.prepare("SELECT id, kind, item FROM entry WHERE parent_id = ?");
    this.#finish = database.prepare(`UPDATE entry SET state = ?, reason = ?, attempts = ?,
      leased = 0, finished_at = ?, message_id = ? WHERE seq = ? AND finished_at IS NULL`);
    this.#database = database;
  }

  /**
   * Stores an entry.
   * @param replace whether a finished entry with the same id gives way to it
   * @returns its place in the order of storing; undefined where its id is known
   */
  insert(entry: NewEntry, replace: boolean): number | undefined {
    const seq = this.#tryInsert(entry);
    if (seq !== undefined || !replace) return seq;
    return this.#forget.run(entry.id).changes > 0 ? this.#tryInsert(entry) : undefined;
  }

  #tryInsert(entry: NewEntry): number | undefined {
    const { id, kind, lane, finished, attempts, createdAt, dueAt, person, item } = entry;
    const { changes, lastInsertRowid } = this.#insert.run(
      id,
      kind,
      lane,
      finished?.state ?? "waiting",
      finished?.reason ?? null,
      attempts,
      // One that begins at once is with a worker.
      finished === undefined && attempts > 0 ? 1 : 0,
      createdAt,
      dueAt,
      entry.parentId ?? null,
      finished === undefined ? null : createdAt,
      nameOf(person),
      item,
    );
    return changes === 0 ? undefined : Number(lastInsertRowid);
  }

  /** Gives the entries that wait, in the order in which they were stored. */
  *waiting(): Generator<WaitingRow> {
    for (const row of this.#waiting.iterate()) yield waitingSchema.parse(row);
  }

  /** Gives the item of an entry as JSON text. @throws Error where there is none */
  item(seq: number): string {
    const item: SQLOutputValue | undefined = this.#item.get(seq)?.item;
    if (typeof item !== "string") throw new Error(`entry ${String(seq)} is not in the store`);
    return item;
  }

  /** Puts another item into the place of one of which a part is done. */
  rewrite(seq: number, item: string): void {
    this.#rewrite.run(item, seq);
  }

  /** Notes that a worker begins with an entry. @param attempts with this one */
  lease(seq: number, attempts: number): void {
    this.#lease.run(attempts, seq);
  }

  /** Notes that a worker gave an entry back. */
  giveBack(seq: number, { attempts, now, dueAt, firstFailedAt }: GivenBack): void {
    this.#giveBack.run(attempts, dueAt, firstFailedAt ?? null, now, seq);
  }

  /** Notes that a worker gave an entry back as if nobody had tried it, though it may have acted. */
  release(seq: number, attempts: number): void {
    this.#release.run(attempts, seq);
  }

  /** Gives what a run made by id; undefined where the content is not kept, or not in a known form. */
  madeBy(runId: string): Map<string, JobWork | Send | undefined> {
    return new Map(
      this.#madeBy.all(runId).map((row) => {
        const { id, kind, item } = madeSchema.parse(row);
        return [id, item === null ? undefined : readMade(kind, item)] as const;
      }),
    );
  }

  /** @returns false where the entry was finished before */
  finish(seq: number, { state, reason, attempts, finishedAt, messageId }: Ending): boolean {
    const values = [state, reason ?? null, attempts, finishedAt, messageId ?? null] as const;
    return this.#finish.run(...values, seq).changes > 0;
  }

  /** Tells when messages of a channel left, oldest first; by their lanes, as their content may be gone. */
  sent({ channel, after }: SentQuery): SentRecord[] {
    const find = this.#database.prepare(`SELECT lane, finished_at FROM entry
      WHERE finished_at > ? AND kind = 'send' AND state = 'done' ORDER BY finished_at, seq`);
    return find.all(after).flatMap((row) => {
      const { lane, finished_at: at } = sentSchema.parse(row);
      const recipient = recipientOn(channel, lane);
      return recipient === undefined ? [] : [{ recipient, at }];
    });
  }

  /** Lists finished entries, newest first. */
  list({ state, limit }: ListQuery): FinishedRecord[] {
    // With the state in its text SQLite knows which partial index serves the question.
    const list = this.#database.prepare(`SELECT id, kind, state, reason, attempts, created_at,
      finished_at, item FROM entry WHERE finished_at IS NOT NULL AND state = '${state}'
      ORDER BY finished_at DESC, seq DESC LIMIT ?`);
    return list.all(limit).map((row) => {
      const { created_at, finished_at, item, reason, ...rest } = finishedSchema.parse(row);
      return {
        ...rest,
        reason: reason ?? undefined,
        createdAt: created_at,
        finishedAt: finished_at,
        item: item === null ? undefined : readItem(rest.kind, item),
      };
    });
  }
}

/** What Twilio sends to a number of WhatsApp has a lane of SMS. */
function recipientOn(channel: ChannelName, lane: string): string | undefined {
  const [, name = "", recipient = ""] = /^(\S+) (.*)$/s.exec(lane) ?? [];
  const isWhatsApp = name === "whatsapp" || (name === "sms" && isWhatsAppNumber(recipient));
  return (isWhatsApp ? "whatsapp" : name) === channel ? recipient : undefined;
}
