import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { Person } from "../person.ts";

const rowSchema = z.object({
  rowid: z.number(),
  id: z.string(),
  person: z.string(),
  reason: z.string().nullable(),
  content: z.string(),
});

/** Erases what is kept of a person beside entries: past messages, and histories that runs were told. */
export class PastEraser {
  readonly #next: StatementSync;
  readonly #delete: StatementSync;
  readonly #deleteMade: StatementSync;
  readonly #deleteTold: StatementSync;

  constructor(database: DatabaseSync) {
    this.#next = database.prepare(`SELECT rowid, id, person, reason, content FROM past_message
      WHERE rowid > ? ORDER BY rowid LIMIT ?`);
    this.#delete = database.prepare("DELETE FROM past_message WHERE rowid = ?");
    // The ids of jobs begin with that of the run that spawned them.
    this.#deleteMade = database.prepare(
      "DELETE FROM past_message WHERE run_id = ?1 OR (run_id > ?1 || ':' AND run_id < ?1 || ';')",
    );
    this.#deleteTold = database.prepare(
      "DELETE FROM journal WHERE kind = 'history' AND instr(asked, ?) > 0",
    );
  }

  /** Erases the histories of the person that runs of anybody were told. */
  eraseTold(person: Person): void {
    for (const name of person.names) {
      this.#deleteTold.run(`"person":${JSON.stringify(name)}`);
    }
  }

  /** Erases the messages that a run and its jobs sent. @returns how many */
  eraseMadeBy(runId: string): number {
    return Number(this.#deleteMade.run(runId).changes);
  }

  /**
   * Erases those of some messages that are about the person, with all that came of them.
   * @param after the place at which to go on
   * @param most messages looked at
   */
  eraseSome(
    person: Person,
    after: number,
    most: number,
  ): { readonly erased: number; readonly next: number | undefined } {
    const rows = this.#next.all(after, most).map((row) => rowSchema.parse(row));
    let erased = 0;
    for (const { rowid, id, person: whose, reason, content } of rows) {
      const isNamed = person.isNamedIn(content) || person.isNamedIn(reason ?? "");
      if (!isNamed && !person.is(whose)) continue;
      erased += Number(this.#delete.run(rowid).changes) + this.eraseMadeBy(id);
    }
    return { erased, next: rows.length < most ? undefined : rows.at(-1)?.rowid };
  }
}
