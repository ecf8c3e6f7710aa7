import type { DatabaseSync, StatementSync } from "node:sqlite";
import { DEDUPE_WINDOW_MS } from "../engine.ts";
import { dedupeHash } from "./dedupe-hash.ts";

/** Hashes of the keys of what was received, each known for `DEDUPE_WINDOW_MS`. */
export class DedupeTable {
  readonly #add: StatementSync;
  readonly #purge: StatementSync;

  constructor(database: DatabaseSync) {
    // A key that is older than the window counts as new, whether or not it was deleted yet.
    this.#add = database.prepare(`INSERT INTO dedupe_key (key, added_at) VALUES (?, ?)
      ON CONFLICT (key) DO UPDATE SET added_at = excluded.added_at WHERE added_at <= ?`);
    this.#purge = database.prepare(`DELETE FROM dedupe_key WHERE key IN
      (SELECT key FROM dedupe_key WHERE added_at <= ? LIMIT ?)`);
  }

  /** Notes a key. @returns false where it is known */
  add(key: string, now: number): boolean {
    return this.#add.run(dedupeHash(key), now, now - DEDUPE_WINDOW_MS).changes > 0;
  }

  /** Deletes keys that are no longer known. @param most keys at most. @returns how many */
  purge(now: number, most: number): number {
    return Number(this.#purge.run(now - DEDUPE_WINDOW_MS, most).changes);
  }
}
