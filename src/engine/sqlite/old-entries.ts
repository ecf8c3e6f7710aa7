import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { DEDUPE_WINDOW_MS } from "../engine.ts";
import type { Retention } from "../retention.ts";

/** States that a person has to see to. */
const FAILED = "('dead', 'unknown')";

/** How far a walk over finished entries has come. */
interface Position {
  readonly finishedAt: number;
  readonly seq: number;
}

/** Tells what belongs to an entry that its content goes. */
export type Forget = (id: string) => void;

const START: Position = { finishedAt: -1, seq: 0 };

const positionSchema = z
  .object({ seq: z.number(), id: z.string(), finished_at: z.number() })
  .transform(({ finished_at, ...rest }) => ({ ...rest, finishedAt: finished_at }));

/**
 * Walks over finished entries, oldest first, and deletes what need not be kept. What dead runs did
 * stays, as a run that is given a new start knows by it what not to do again.
 */
export class OldEntries {
  readonly #window: StatementSync;
  readonly #clear: StatementSync;
  readonly #delete: StatementSync;
  #position = START;

  constructor(database: DatabaseSync) {
    this.#window = database.prepare(`SELECT seq, id, finished_at FROM entry
      WHERE finished_at IS NOT NULL AND (finished_at, seq) > (?, ?) AND finished_at < ?
      ORDER BY finished_at, seq LIMIT ?`);
    this.#clear = database.prepare(`UPDATE entry SET item = NULL
      WHERE seq = ? AND item IS NOT NULL AND finished_at < ? AND state NOT IN ${FAILED}`);
    this.#delete = database.prepare(`DELETE FROM entry WHERE seq = ?
      AND finished_at < CASE WHEN state IN ${FAILED} THEN ? ELSE ? END
      AND NOT EXISTS (SELECT 1 FROM entry AS parent WHERE parent.id = entry.parent_id
        AND parent.state IN ('waiting', 'dead'))`);
  }

  /**
   * Goes one step further, or starts anew after the last one; to be called in a transaction.
   * @param now store clock, ms since 1970-01-01 UTC
   * @param most entries looked at
   * @param forget is called with the id of each entry whose content goes
   * @returns true where there are more
   */
  step(now: number, { bodiesMs, failedMs }: Retention, most: number, forget: Forget): boolean {
    const { finishedAt, seq } = this.#position;
    const before = now - Math.min(bodiesMs, failedMs, DEDUPE_WINDOW_MS);
    const rows = this.#window.all(finishedAt, seq, before, most);
    const found = rows.map((row) => positionSchema.parse(row));
    // Rows stay as long as repeated deliveries are known, and as what is shown of them.
    const rowsBefore = now - Math.max(bodiesMs, DEDUPE_WINDOW_MS);
    for (const one of found) {
      const cleared = this.#clear.run(one.seq, now - bodiesMs).changes;
      const deleted = this.#delete.run(one.seq, now - failedMs, rowsBefore).changes;
      if (Number(cleared) + Number(deleted) > 0) forget(one.id);
    }
    const hasMore = found.length >= most;
    this.#position = (hasMore ? found.at(-1) : undefined) ?? START;
    return hasMore;
  }
}
