import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { Clock } from "../../host/host.ts";
import type { Timers } from "../../host/timers.ts";
import { ERASE_LOOK_MS, ERASE_PATIENCE_MS, type Erased, ERASED_REASON } from "../erased.ts";
import type { Person } from "../person.ts";
import type { AliasTable } from "./alias-table.ts";
import { PastEraser } from "./past-eraser.ts";
import type { FileTable, Removed } from "./file-table.ts";
import type { JournalTable } from "./journal-table.ts";
import type { Queues } from "./queues.ts";
import type { TurnTransaction } from "./turn-transaction.ts";

/** Entries looked at in one turn of the event loop. */
const MOST_AT_ONCE = 200;
const rowSchema = z.object({
  seq: z.number(),
  id: z.string(),
  kind: z.enum(["event", "job", "send", "request"]),
  lane: z.string(),
  state: z.string(),
  person: z.string().nullable(),
  reason: z.string().nullable(),
  item: z.string().nullable(),
});
type Row = z.output<typeof rowSchema>;

const COLUMNS = Object.keys(rowSchema.shape).join(", ");
const NOTHING_RECORDED = JSON.stringify({ status: 200, headers: [], body: "" });

interface PersonEraserParts {
  readonly turn: TurnTransaction;
  readonly journal: JournalTable;
  readonly aliases: AliasTable;
  readonly files: FileTable;
  readonly queues: () => Queues;
  readonly clock: Pick<Clock, "now">;
  readonly timers: Timers;
  /** Called once something was taken out of the queues. */
  readonly changed: () => void;
}

/**
 * Erases what the store holds of a person: entries that name them, and all that came of these. What
 * waits is given up first; what runs is erased when it has ended. Ids and hashes stay, so that a
 * repeated delivery is still known.
 */
export class PersonEraser {
  readonly #database: DatabaseSync;
  readonly #parts: PersonEraserParts;
  readonly #next: StatementSync;
  readonly #children: StatementSync;
  readonly #erase: StatementSync;
  readonly #eraseResponse: StatementSync;
  readonly #past: PastEraser;

  constructor(database: DatabaseSync, parts: PersonEraserParts) {
    this.#database = database;
    this.#parts = parts;
    this.#past = new PastEraser(database);
    this.#next = database.prepare(
      `SELECT ${COLUMNS} FROM entry WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
    );
    this.#children = database.prepare(`SELECT ${COLUMNS} FROM entry WHERE parent_id = ?`);
    this.#erase =
      database.prepare(`UPDATE entry SET item = NULL, report = NULL, person = NULL, message_id = NULL, lane = '',
      reason = '${ERASED_REASON}',
      state = CASE WHEN state IN ('waiting', 'dead', 'unknown') THEN 'discarded' ELSE state END,
      finished_at = coalesce(finished_at, ?) WHERE seq = ?`);
    this.#eraseResponse = database.prepare(
      "UPDATE response SET response = ? WHERE id = ? AND response <> ?1",
    );
  }

  /** @throws EngineUnavailableError when the store cannot be written; a part may be erased then */
  async erase(written: Person): Promise<Erased> {
    const { timers, aliases } = this.#parts;
    const person = written.knownAs(written.names.flatMap((name) => aliases.namesOf(name)));
    const count = new ErasedCount();
    const giveUpAt = timers.elapsed() + ERASE_PATIENCE_MS;
    // What is deleted is overwritten, and not only taken out of the index of the file.
    this.#database.exec("PRAGMA secure_delete = ON");
    try {
      await this.#erasePast(person, count);
      for (;;) {
        const running = await this.#eraseAll(person, count);
        await this.#eraseFiles(person, count);
        if (running === 0 || timers.elapsed() >= giveUpAt) return count.with(running);
        await new Promise<void>((resolve) => timers.schedule(ERASE_LOOK_MS, resolve));
      }
    } finally {
      this.#database.exec("PRAGMA secure_delete = FAST");
    }
  }

  /** Goes over all entries once. @returns how many could not be erased, as they run */
  async #eraseAll(person: Person, count: ErasedCount): Promise<number> {
    const newest = this.#newest();
    const running = new Set<string>();
    let seq = 0;
    while (seq < newest) {
      seq = await this.#parts.turn.run(() => {
        const rows = this.#next.all(seq, newest, MOST_AT_ONCE).map((row) => rowSchema.parse(row));
        const found = rows.filter((row) => isAbout(person, row));
        const erased = found.flatMap((row) => this.#eraseWithChildren(row, count, running));
        return () => {
          for (const { id } of erased) this.#takeOut(id);
          if (erased.length > 0) this.#parts.changed();
          return rows.at(-1)?.seq ?? newest;
        };
      });
    }
    return running.size;
  }

  async #erasePast(person: Person, count: ErasedCount): Promise<void> {
    let after: number | undefined = 0;
    while (after !== undefined) {
      const from: number = after;
      after = await this.#parts.turn.run(() => {
        if (from === 0) {
          this.#past.eraseTold(person);
          for (const name of person.names) this.#parts.aliases.delete(name);
        }
        const { erased, next } = this.#past.eraseSome(person, from, MOST_AT_ONCE);
        count.addPast(erased);
        return () => next;
      });
    }
  }

  /** A run that was under way may have kept one meanwhile. */
  async #eraseFiles(person: Person, count: ErasedCount): Promise<void> {
    await this.#parts.turn.run(() => {
      count.addFiles(this.#parts.files.eraseOf(person));
      return () => {};
    });
  }

  #newest(): number {
    const newest = this.#database.prepare("SELECT max(seq) AS seq FROM entry").get()?.seq;
    return typeof newest === "number" ? newest : 0;
  }

  #eraseWithChildren(row: Row, count: ErasedCount, running: Set<string>): Row[] {
    if (count.has(row)) return [];
    const children = this.#children.all(row.id).map((child) => rowSchema.parse(child));
    const made = children.flatMap((child) => this.#eraseWithChildren(child, count, running));
    if (this.#isRunning(row.id)) {
      running.add(row.id);
      return made;
    }
    count.add(row);
    const now = this.#parts.clock.now();
    this.#erase.run(now, row.seq);
    this.#parts.journal.delete(row.id);
    count.addPast(this.#past.eraseMadeBy(row.id));
    count.addFiles(this.#parts.files.eraseMadeBy(row.id));
    if (this.#eraseResponse.run(NOTHING_RECORDED, row.id).changes > 0) count.addResponse();
    return [row, ...made];
  }

  #isRunning(id: string): boolean {
    const { work, outbox } = this.#parts.queues();
    return (work.find(id)?.lease ?? outbox.find(id)?.lease) !== undefined;
  }

  #takeOut(id: string): void {
    const { work, outbox } = this.#parts.queues();
    const inWork = work.find(id);
    const inOutbox = outbox.find(id);
    if (inWork !== undefined) work.remove(inWork);
    if (inOutbox !== undefined) outbox.remove(inOutbox);
  }
}

const recipientSchema = z.object({
  message: z.object({ to: z.union([z.string(), z.array(z.string())]) }),
});

/** Recipients are compared in any form; all else is about the person where it names them. */
function isAbout(person: Person, { kind, lane, person: whose, reason, item }: Row): boolean {
  if (whose !== null && person.is(whose)) return true;
  if ([lane, reason ?? "", item ?? ""].some((text) => person.isNamedIn(text))) return true;
  if (kind !== "send" || item === null) return false;
  return recipientsOf(item).some((to) => person.is(to));
}

function recipientsOf(item: string): readonly string[] {
  try {
    return [recipientSchema.parse(JSON.parse(item)).message.to].flat();
  } catch {
    return [];
  }
}

const COUNTED = { event: "events", job: "jobs", send: "messages", request: "requests" } as const;

const NOTHING = {
  ...{ events: 0, jobs: 0, messages: 0, requests: 0, responses: 0, history: 0, discarded: 0 },
  ...{ files: 0, filesLeft: 0 },
};

/** Counts what is erased. */
class ErasedCount {
  readonly #seqs = new Set<number>();
  #count = { ...NOTHING };

  /** Tells whether an entry is counted, or was erased by an earlier command. */
  has({ seq, item, lane }: Row): boolean {
    return this.#seqs.has(seq) || (item === null && lane === "");
  }

  add({ seq, kind, state }: Row): void {
    this.#seqs.add(seq);
    this.#count[COUNTED[kind]] += 1;
    if (state === "waiting" || state === "dead" || state === "unknown") this.#count.discarded += 1;
  }

  addPast(messages: number): void {
    this.#count.history += messages;
  }

  /** What could not be deleted is still there in the next round, and is counted in the last. */
  addFiles({ removed, left }: Removed): void {
    this.#count.files += removed;
    this.#count.filesLeft = left;
  }

  addResponse(): void {
    this.#count.responses += 1;
  }

  with(running: number): Erased {
    return { ...this.#count, running };
  }
}
