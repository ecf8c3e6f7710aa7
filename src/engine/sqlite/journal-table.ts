import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { JournalEntry } from "../journal.ts";

const rowSchema = z
  .object({
    run_id: z.string(),
    kind: z.enum(["model", "http", "history", "media", "clock"]),
    step: z.number(),
    asked: z.string(),
    outcome: z.string(),
  })
  .transform(({ run_id, ...rest }) => ({ runId: run_id, ...rest }));

/** What runs were told from outside; kept as long as the contents of their entries. */
export class JournalTable {
  readonly #add: StatementSync;
  readonly #ofRun: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync) {
    this.#add = database.prepare(
      "INSERT OR IGNORE INTO journal (run_id, kind, step, asked, outcome) VALUES (?, ?, ?, ?, ?)",
    );
    this.#ofRun = database.prepare(
      "SELECT run_id, kind, step, asked, outcome FROM journal WHERE run_id = ? ORDER BY kind, step",
    );
    this.#delete = database.prepare("DELETE FROM journal WHERE run_id = ?");
  }

  /** Adds an entry; one that is there stays as it is. */
  add({ runId, kind, step, asked, outcome }: JournalEntry): void {
    this.#add.run(runId, kind, step, asked, outcome);
  }

  ofRun(runId: string): JournalEntry[] {
    return this.#ofRun.all(runId).map((row) => rowSchema.parse(row));
  }

  delete(runId: string): void {
    this.#delete.run(runId);
  }
}
