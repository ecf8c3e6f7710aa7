import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { DEDUPE_WINDOW_MS } from "../engine.ts";
import type { Retention } from "../retention.ts";
import type { HistoryTable } from "./history-table.ts";

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

const foundSchema = z
  .object({
    seq: z.number(),
    id: z.string(),
    finished_at: z.number(),
    created_at: z.number(),
    failed: z.number(),
    in_history: z.number(),
  })
  .transform(({ finished_at, created_at, failed, in_history, ...rest }) => ({
    ...rest,
    finishedAt: finished_at,
    createdAt: created_at,
    hasFailed: failed === 1,
    isInHistory: in_history === 1,
  }));
type Found = z.output<typeof foundSchema>;

/**
 * Walks over finished entries, oldest first, and deletes what need not be kept. What dead runs did
 * stays, as a run that is given a new start knows by it what not to do again.
 */
export class OldEntries {
  readonly #history: HistoryTable;
  readonly #window: StatementSync;
  readonly #clear: StatementSync;
  readonly #delete: StatementSync;
  #position = START;

  constructor(database: DatabaseSync, history: HistoryTable) {
    this.#history = history;
    this.#window = database.prepare(`SELECT seq, id, finished_at, created_at,
      state IN ${FAILED} AS failed, person IS NOT NULL AS in_history FROM entry
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
  step(now: number, retention: Retention, most: number, forget: Forget): boolean {
    const { bodiesMs, failedMs, historyMs } = retention;
    const { finishedAt, seq } = this.#position;
    const before = now - Math.min(bodiesMs, failedMs, historyMs, DEDUPE_WINDOW_MS);
    const rows = this.#window.all(finishedAt, seq, before, most);
    const found = rows.map((row) => foundSchema.parse(row));
    // Rows stay as long as repeated deliveries are known, and as what is shown of them.
    const rowsBefore = now - Math.max(bodiesMs, DEDUPE_WINDOW_MS);
    for (const one of found) {
      if (one.isInHistory) this.#seeToHistory(one, now, retention);
      const cleared = this.#clear.run(one.seq, now - bodiesMs).changes;
      const deleted = this.#delete.run(one.seq, now - failedMs, rowsBefore).changes;
      if (Number(cleared) + Number(deleted) > 0) forget(one.id);
    }
    const hasMore = found.length >= most;
    this.#position = (hasMore ? found.at(-1) : undefined) ?? START;
    return hasMore;
  }

  /** What a message said stays in its history for longer than its entry, or less long. */
  #seeToHistory(found: Found, now: number, { bodiesMs, failedMs, historyMs }: Retention): void {
    const { seq, createdAt, finishedAt, hasFailed } = found;
    if (createdAt <= now - historyMs) this.#history.leave(seq);
    else if (finishedAt < now - (hasFailed ? failedMs : bodiesMs)) this.#history.keep(seq);
  }
}
