import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Inserts rows of one text each and nothing else, flushed once for each batch: the most that SQLite
 * could do for any engine on it.
 * @returns rows per second
 */
export function plainInserts(rows: number, batch: number, text: string): number {
  const folder = mkdtempSync(join(tmpdir(), "gbasic-bench-"));
  const database = new DatabaseSync(join(folder, "plain.db"));
  try {
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    database.exec("CREATE TABLE entry (seq INTEGER PRIMARY KEY, item TEXT) STRICT");
    const insert = database.prepare("INSERT INTO entry (item) VALUES (?)");
    const start = performance.now();
    for (let row = 0; row < rows; row += batch) {
      database.exec("BEGIN");
      for (let inBatch = 0; inBatch < Math.min(batch, rows - row); inBatch += 1) insert.run(text);
      database.exec("COMMIT");
    }
    return rows / ((performance.now() - start) / 1000);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
