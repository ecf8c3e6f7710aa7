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
  readonly #replace: StatementSync;
  readonly #ofRun: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync) {
    const entry = "INTO journal (run_id, kind, step, asked, outcome) VALUES (?, ?, ?, ?, ?)";
    this.#add = database.prepare(`INSERT OR IGNORE ${entry}`);
    this.#replace = database.prepare(`INSERT OR REPLACE ${entry}`);
    this.#ofRun = database.prepare(
      "SELECT run_id, kind, step, asked, outcome FROM journal WHERE run_id = ? ORDER BY kind, step",
    );
    this.#delete = database.prepare("DELETE FROM journal WHERE run_id = ?");
  }

  /** Adds an entry; one that is there stays as it is, unless it was asked anew. */
  add({ runId, kind, step, asked, outcome, isAnew = false }: JournalEntry): void {
    const add = isAnew ? this.#replace : this.#add;
    add.run(runId, kind, step, asked, outcome);
  }

  ofRun(runId: string): JournalEntry[] {
    return this.#ofRun.all(runId).map((row) => rowSchema.parse(row));
  }

  delete(runId: string): void {
    this.#delete.run(runId);
  }
}
