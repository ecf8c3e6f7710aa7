import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { PastMessage } from "../../host/history.ts";
import { storeMessages } from "../../diagnostics/codes/store.ts";
import { pastMessageOf } from "../history/history.ts";
import type { JournalEntry } from "../journal.ts";
import { AliasTable } from "./alias-table.ts";
import { HistoryTable } from "./history-table.ts";
import { JournalTable } from "./journal-table.ts";
import { MIGRATIONS } from "./migrations.ts";
import { codeOf, DATABASE_FILE, unusable, versionOf } from "./open-database.ts";
import { readRunSeed } from "./run-seed.ts";
import { StoreError } from "./store-error.ts";
import type { EntryState } from "./entry-state.ts";
import { ENTRY_COLUMNS, readEntry, type StoredEntry } from "./stored-entry.ts";

/** Which entries to list. */
export interface EntryQuery {
  /** Undefined for all of them. */
  readonly state: EntryState | undefined;
  /** Entries at most; Infinity for all. */
  readonly limit: number;
}

/** How many entries of one kind and state a run has made. */
export interface MadeCount {
  readonly kind: string;
  readonly state: string;
  readonly count: number;
}

const countSchema = z.object({ kind: z.string(), state: z.string(), count: z.number() });
const personSchema = z.object({ person: z.string() });
const idSchema = z.object({ id: z.string() });

/** Sorts behind every character that an id can go on with. */
const LAST = "\u{10FFFF}";
/** Ids among which a misspelt one is looked for. */
const COMPARED_IDS = 2000;
/** How long a reader waits while another process repairs what a crash left; ms. */
const BUSY_MS = 2000;

/**
 * Looks into a data folder, whether or not a server uses it; the database stays as it is.
 * @param folder absolute
 * @throws StoreError GB5301 where the file cannot be read, GB5303 where it is damaged, GB5304 where
 *   a newer gbasic wrote it, GB5310 where the folder holds no store
 */
export function readStore<T>(folder: string, read: (reader: StoreReader) => T): T {
  const path = join(folder, DATABASE_FILE);
  if (!existsSync(path)) throw new StoreError(storeMessages.noStore(folder));
  let database: DatabaseSync | undefined;
  try {
    if (versionOf(path, MIGRATIONS.length) === 0) {
      throw new StoreError(storeMessages.noStore(folder));
    }
    database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS });
    return read(new StoreReader(database));
  } catch (error) {
    throw codeOf(error) === undefined ? error : unusable(path, error);
  } finally {
    database?.close();
  }
}

/** What the store holds, for people to look at; see `readStore`. */
export class StoreReader {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Lists entries, those that ended or came last first. */
  list({ state, limit }: EntryQuery): StoredEntry[] {
    // SQLite takes a negative limit for none.
    return this.#entries(`${conditionOf(state)} LIMIT ?`, limit === Infinity ? -1 : limit);
  }

  /** Lists what was received, newest first. @param limit entries at most */
  received(limit: number): StoredEntry[] {
    return this.#entries("WHERE kind IN ('event', 'request') ORDER BY seq DESC LIMIT ?", limit);
  }

  /** Gives an entry by its whole id. */
  entry(id: string): StoredEntry | undefined {
    return this.#entries("WHERE id = ?", id)[0];
  }

  /** Gives the jobs and messages that a run made, in their order. */
  children(id: string): StoredEntry[] {
    return this.#entries("WHERE parent_id = ? ORDER BY seq", id);
  }

  /** Gives the jobs and messages that a run and the jobs that it spawned made, in their order. */
  descendants(id: string): StoredEntry[] {
    const columns = ENTRY_COLUMNS.replaceAll(/\w+/g, "entry.$&");
    // What follows a message that failed is no part of the run that sent it.
    const statement = this.#database.prepare(`WITH RECURSIVE made (id, kind) AS (
        SELECT id, kind FROM entry WHERE parent_id = ?
        UNION ALL
        SELECT entry.id, entry.kind FROM entry JOIN made ON parent_id = made.id
          AND made.kind <> 'send'
      )
      SELECT ${columns} FROM entry JOIN made ON entry.id = made.id ORDER BY seq`);
    return statement.all(id).map(readEntry);
  }

  /**
   * Gives the newest messages of a person, oldest of them first; none in a store of a version that
   * did not keep them.
   * @param person `Person.nameOf`
   */
  history(person: string, limit: number): PastMessage[] {
    if (!this.#hasTable("past_message")) return [];
    const names = this.#hasTable("person_alias")
      ? new AliasTable(this.#database).namesOf(person)
      : [person];
    return new HistoryTable(this.#database).newest(names, -Infinity, limit).map(pastMessageOf);
  }

  /** Gives the people of the newest messages, for a proposal where one is misspelt. */
  newestPeople(): string[] {
    if (!this.#hasTable("past_message")) return [];
    const find = this.#database.prepare(
      "SELECT person FROM entry WHERE person IS NOT NULL ORDER BY seq DESC LIMIT ?",
    );
    return find.all(COMPARED_IDS).map((row) => personSchema.parse(row).person);
  }

  /** Gives what a run was told; nothing in a store of a version that did not keep it. */
  journalOf(runId: string): JournalEntry[] {
    return this.#hasTable("journal") ? new JournalTable(this.#database).ofRun(runId) : [];
  }

  /** Gives the secret from which runs draw their chance. */
  runSeed(): string {
    return this.#hasTable("setting") ? readRunSeed(this.#database) : "";
  }

  #hasTable(name: string): boolean {
    const find = this.#database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
    return find.get(name) !== undefined;
  }

  /** Counts what a run and the jobs that it spawned have made. */
  countMade(id: string): MadeCount[] {
    const counts = this.#database.prepare(`WITH RECURSIVE made (id, kind, state) AS (
        SELECT id, kind, ${SHOWN_STATE} FROM entry WHERE parent_id = ?
        UNION ALL
        SELECT entry.id, entry.kind, ${SHOWN_STATE} FROM entry JOIN made ON parent_id = made.id
      )
      SELECT kind, state, count(*) AS count FROM made GROUP BY kind, state ORDER BY kind, state`);
    return counts.all(id).map((row) => countSchema.parse(row));
  }

  /**
   * Finds ids that begin with a text. Where one of them is that of a run, what the run made does
   * not count.
   * @returns a few of them at most
   */
  idsWith(prefix: string): string[] {
    const end = `${prefix}${LAST}`;
    const [first] = this.#ids("WHERE id >= ? AND id < ? ORDER BY id LIMIT 1", prefix, end);
    if (first === undefined || first === prefix) return first === undefined ? [] : [first];
    const made = `${first}:`;
    const others = this.#ids(
      "WHERE id > ? AND id < ? AND NOT (id >= ? AND id < ?) ORDER BY id LIMIT 4",
      first,
      end,
      made,
      `${made}${LAST}`,
    );
    return [first, ...others];
  }

  /** Gives the newest ids, for a proposal where one is misspelt. */
  newestIds(): string[] {
    return this.#ids("ORDER BY seq DESC LIMIT ?", COMPARED_IDS);
  }

  #entries(rest: string, ...values: readonly (string | number)[]): StoredEntry[] {
    const statement = this.#database.prepare(`SELECT ${ENTRY_COLUMNS} FROM entry ${rest}`);
    return statement.all(...values).map(readEntry);
  }

  #ids(rest: string, ...values: readonly (string | number)[]): string[] {
    const statement = this.#database.prepare(`SELECT id FROM entry ${rest}`);
    return statement.all(...values).map((row) => idSchema.parse(row).id);
  }
}

const SHOWN_STATE =
  "CASE WHEN entry.state = 'waiting' AND entry.leased THEN 'running' ELSE entry.state END";

/** With the state in its text SQLite knows which partial index serves the question. */
function conditionOf(state: EntryState | undefined): string {
  switch (state) {
    case undefined:
      return "ORDER BY seq DESC";
    case "waiting":
      return "WHERE finished_at IS NULL AND leased = 0 ORDER BY seq DESC";
    case "running":
      return "WHERE finished_at IS NULL AND leased = 1 ORDER BY seq DESC";
    default:
      return `WHERE finished_at IS NOT NULL AND state = '${state}'
        ORDER BY finished_at DESC, seq DESC`;
  }
}
