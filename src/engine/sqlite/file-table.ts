import { existsSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { KeptFile } from "../kept-file.ts";
import { Person } from "../person.ts";

const parentSchema = z.object({ person: z.string().nullable(), parent_id: z.string().nullable() });
const pathSchema = z.object({ path: z.string() });

/** Runs above a job that are looked at for the person. */
const MOST_PARENTS = 50;

/** The files that runs keep in the data folder: whose they are, and since when. */
export class FileTable {
  readonly #folder: string;
  readonly #add: StatementSync;
  readonly #entry: StatementSync;
  readonly #ofPerson: StatementSync;
  readonly #ofRun: StatementSync;
  readonly #old: StatementSync;
  readonly #delete: StatementSync;

  /** @param folder the data folder, absolute */
  constructor(database: DatabaseSync, folder: string) {
    this.#folder = folder;
    this.#add = database.prepare(`INSERT OR REPLACE INTO kept_file (path, run_id, person, kept_at)
      VALUES (?, ?, ?, ?)`);
    this.#entry = database.prepare("SELECT person, parent_id FROM entry WHERE id = ?");
    this.#ofPerson = database.prepare("SELECT path FROM kept_file WHERE person = ?");
    // The ids of jobs begin with that of the run that spawned them.
    this.#ofRun = database.prepare(
      "SELECT path FROM kept_file WHERE run_id = ?1 OR (run_id > ?1 || ':' AND run_id < ?1 || ';')",
    );
    this.#old = database.prepare("SELECT path FROM kept_file WHERE kept_at < ? LIMIT ?");
    this.#delete = database.prepare("DELETE FROM kept_file WHERE path = ?");
  }

  /** Notes a file; one that is noted again is kept anew. @param now ms since 1970-01-01 UTC */
  add({ path, runId, sender }: KeptFile, now: number): void {
    const person = sender === undefined ? this.#personOf(runId) : Person.nameOf(sender);
    this.#add.run(path, runId, person, now);
  }

  /** Deletes what was kept for a person. */
  eraseOf(person: Person): Removed {
    return this.#remove(person.names.flatMap((name) => this.#ofPerson.all(name)));
  }

  /** Deletes what a run and its jobs kept. */
  eraseMadeBy(runId: string): Removed {
    return this.#remove(this.#ofRun.all(runId));
  }

  /** Deletes some of what was kept before. @returns how many were found */
  purge(before: number, most: number): number {
    if (before === -Infinity) return 0;
    const { removed } = this.#remove(this.#old.all(before, most));
    return removed;
  }

  /** What cannot be deleted stays noted, so that it is found again. */
  #remove(rows: readonly unknown[]): Removed {
    let [removed, left] = [0, 0];
    for (const row of rows) {
      const { path } = pathSchema.parse(row);
      if (this.#unlink(path)) {
        this.#delete.run(path);
        removed += 1;
      } else left += 1;
    }
    return { removed, left };
  }

  #unlink(path: string): boolean {
    const file = join(this.#folder, path);
    try {
      rmSync(file, { force: true, recursive: true });
    } catch {
      return !existsSync(file);
    }
    this.#leaveEmptyFolders(dirname(file));
    return true;
  }

  /** Their names may tell of the person too. */
  #leaveEmptyFolders(from: string): void {
    try {
      for (let folder = from; relative(this.#folder, folder).includes("/");) {
        rmdirSync(folder);
        folder = dirname(folder);
      }
    } catch {
      // One that holds something else stays.
    }
  }

  #personOf(runId: string): string | null {
    let id: string | null = runId;
    for (let step = 0; id !== null && step < MOST_PARENTS; step++) {
      const row: unknown = this.#entry.get(id);
      if (row === undefined) return null;
      const { person, parent_id: parent } = parentSchema.parse(row);
      if (person !== null) return person;
      id = parent;
    }
    return null;
  }
}

/** How many files were deleted, and how many could not be. */
export interface Removed {
  readonly removed: number;
  readonly left: number;
}
