import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { storeMessages } from "../../diagnostics/codes/store.ts";
import { Person } from "../person.ts";
import { dedupeHash } from "./dedupe-hash.ts";
import { personOfEntry } from "./person-of-entry.ts";
import { MIGRATIONS } from "./migrations.ts";
import { StoreError } from "./store-error.ts";
import { WriteAheadLog, type DiskLog } from "./write-ahead-log.ts";

/** The file of the store in the data folder. */
export const DATABASE_FILE = "gbasic.db";
/** An open transaction on this file says that a process uses the folder; it ends with the process. */
const LOCK_FILE = "lock.db";
/** Tells our databases from those of other programs: "gbas". */
const APPLICATION_ID = 0x67626173;
/** Pages of 4 KB in the log before they are moved to the database: rarely, but never for long. */
const CHECKPOINT_PAGES = 4000;
/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
/** How long a write waits for a command that leaves an instruction; ms. */
const WRITE_WAIT_MS = 5000;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** The database of a data folder, which no other process can open until it is closed. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  /** What is committed is on disk once this was flushed. */
  readonly log: DiskLog;
  /** The data folder, absolute. */
  readonly folder: string;
  close(): void;
}

/**
 * Opens the database of a data folder, made where there is none and brought to the newest form.
 * @param folder absolute; made where there is none
 * @param migrations the steps to the newest form
 * @throws StoreError GB5301 where the folder or the file cannot be used, GB5302 where another
 *   process uses it, GB5303 where it is damaged, GB5304 where a newer gbasic wrote it
 */
export function openDatabase(
  folder: string,
  migrations: readonly string[] = MIGRATIONS,
): OpenDatabase {
  const lock = takeLock(folder);
  try {
    const path = join(folder, DATABASE_FILE);
    const database = openFile(path, migrations);
    const log = openLog(path, database);
    return {
      database,
      log,
      folder,
      close: () => {
        log.close();
        database.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Tells whether another process uses the folder. @throws StoreError GB5301 */
export function isInUse(folder: string): boolean {
  try {
    takeLock(folder).close();
    return false;
  } catch (error) {
    if (meansInUse(error)) return true;
    throw error;
  }
}

/** Tells whether an error of `openDatabase` says that another process uses the folder. */
export function meansInUse(error: unknown): boolean {
  return error instanceof StoreError && codeOf(error.cause) === BUSY;
}

function takeLock(folder: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    // The data of people who wrote to the bot is for nobody else on the machine.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    if (codeOf(error) === BUSY) throw new StoreError(storeMessages.inUse(folder), { cause: error });
    throw unusable(folder, error);
  }
}

function openFile(path: string, migrations: readonly string[]): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // Looked at without the right to write, so that a file that is not ours stays as it is.
    const version = existsSync(path) ? versionOf(path, migrations.length) : 0;
    database = new DatabaseSync(path, { timeout: WRITE_WAIT_MS });
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
    // What is deleted inside a page that is written anyway is overwritten there.
    database.exec("PRAGMA secure_delete = FAST");
    database.function("dedupe_hash", { deterministic: true }, (key) => dedupeHash(String(key)));
    database.function("entry_person", { deterministic: true }, (kind, lane, item) =>
      personOfEntry(String(kind), String(lane), String(item)),
    );
    database.function("person_name", { deterministic: true }, (name) =>
      Person.nameOf(String(name)),
    );
    migrate(database, version, migrations);
    // From here on the log is flushed by whoever needs it on disk.
    database.exec("PRAGMA synchronous = NORMAL");
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StoreError ? error : unusable(path, error);
  }
}

function openLog(path: string, database: DatabaseSync): DiskLog {
  try {
    return new WriteAheadLog(path);
  } catch (error) {
    database.close();
    throw unusable(path, error);
  }
}

function migrate(database: DatabaseSync, from: number, migrations: readonly string[]): void {
  for (const [index, step] of migrations.slice(from).entries()) {
    const version = String(from + index + 1);
    const marks = `PRAGMA application_id = ${String(APPLICATION_ID)}; PRAGMA user_version = ${version}`;
    database.exec(`BEGIN; ${step}; ${marks}; COMMIT`);
  }
}

/**
 * Reads the version of a database, which stays as it is; 0 for an empty one.
 * @param newest the newest version that is known
 * @throws StoreError GB5303 for a database of another program, GB5304 for a newer version
 */
export function versionOf(path: string, newest: number): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const read = (pragma: string) => database.prepare(`PRAGMA ${pragma}`).get()?.[pragma];
    const isEmpty = database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
    if (isEmpty) return 0;
    const version = read("user_version");
    if (read("application_id") !== APPLICATION_ID || typeof version !== "number") {
      throw new StoreError(storeMessages.damaged(path));
    }
    if (version > newest) throw new StoreError(storeMessages.fromNewer(path));
    return version;
  } finally {
    database.close();
  }
}

/** Says why a file or a folder cannot be used: GB5303 where it is damaged, else GB5301. */
export function unusable(path: string, error: unknown): StoreError {
  const code = codeOf(error);
  const detail =
    code === CORRUPT || code === NOT_A_DATABASE
      ? storeMessages.damaged(path)
      : storeMessages.unusable(path, error instanceof Error ? error.message : String(error));
  return new StoreError(detail, { cause: error });
}

/** Gives the primary result code of SQLite, if the error is one of its own. */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error && "errcode" in error)) return undefined;
  const code: unknown = error.errcode;
  return typeof code === "number" ? code & 0xff : undefined;
}
