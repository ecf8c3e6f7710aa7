import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import { systemTimers } from "../../src/host/timers.ts";

/**
 * Makes a store in which jobs wait, due in an hour and each with a lane of its own, and keys are known.
 * @param folder the data folder, absolute
 */
export async function prefill(folder: string, waiting: number, keys: number): Promise<void> {
  await createSqliteEngine({ folder, clock: Date, timers: systemTimers }).close();
  const database = new DatabaseSync(join(folder, "gbasic.db"));
  const now = Date.now();
  database.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; BEGIN");
  const job = {
    kind: "job",
    parentId: "parent",
    script: "bot.bas",
    procedure: "ANSWER",
    args: "[]",
  };
  const addJob = database.prepare(`INSERT INTO entry
    (id, kind, lane, state, attempts, leased, created_at, due_at, item)
    VALUES (?, 'job', ?, 'waiting', 0, 0, ?, ?, ?)`);
  for (let number = 0; number < waiting; number += 1) {
    const id = `waiting ${String(number)}`;
    const item = JSON.stringify({ ...job, id, lane: id });
    addJob.run(id, id, now, now + 3_600_000, item);
  }
  // Random as real ones are, so that new keys go to all places of the index; written in their order,
  // which takes a tenth of the time.
  database
    .prepare(
      `INSERT INTO dedupe_key (key, added_at)
       WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
       SELECT DISTINCT 'key ' || lower(hex(randomblob(16))), ? FROM number WHERE ? > 0 ORDER BY 1`,
    )
    .run(keys, now, keys);
  database.exec("COMMIT");
  database.close();
}
