import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";

/** How far a walk over finished entries has come. */
interface Position {
  readonly finishedAt: number;
  readonly seq: number;
}

const START: Position = { finishedAt: -1, seq: 0 };

const positionSchema = z
  .object({ seq: z.number(), finished_at: z.number() })
  .transform(({ seq, finished_at }) => ({ seq, finishedAt: finished_at }));

/**
 * Walks over finished entries, oldest first, and deletes those that need not be kept. Dead and unknown
 * ones stay until a person has seen to them; so does what their runs did, as a run that is given a
 * new start knows by it what not to do again.
 */
export class OldEntries {
  readonly #window: StatementSync;
  readonly #delete: StatementSync;
  #position = START;

  constructor(database: DatabaseSync) {
    this.#window = database.prepare(`SELECT seq, finished_at FROM entry
      WHERE finished_at IS NOT NULL AND (finished_at, seq) > (?, ?) AND finished_at < ?
      ORDER BY finished_at, seq LIMIT ?`);
    this.#delete = database.prepare(`DELETE FROM entry WHERE seq = ?
      AND state IN ('done', 'skipped', 'unhandled', 'discarded')
      AND NOT EXISTS (SELECT 1 FROM entry AS parent WHERE parent.id = entry.parent_id
        AND parent.state IN ('waiting', 'dead'))`);
  }

  /**
   * Goes one step further, or starts anew after the last one; to be called in a transaction.
   * @param before when an entry must have ended; store clock, ms since 1970-01-01 UTC
   * @param most entries looked at
   * @returns true where there are more
   */
  step(before: number, most: number): boolean {
    const { finishedAt, seq } = this.#position;
    const rows = this.#window.all(finishedAt, seq, before, most);
    const found = rows.map((row) => positionSchema.parse(row));
    for (const one of found) this.#delete.run(one.seq);
    const hasMore = found.length >= most;
    this.#position = (hasMore ? found.at(-1) : undefined) ?? START;
    return hasMore;
  }
}
