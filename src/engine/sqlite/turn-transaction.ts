import type { DatabaseSync } from "node:sqlite";
import { EngineUnavailableError } from "../engine.ts";

/**
 * What one call does to the store: writes in the transaction, and gives what is to be done in memory
 * once that is on disk.
 */
export type Operation<T> = () => () => T;

interface Pending {
  /** False where a loss by a power cut, but not by a crash of the process, would do no harm. */
  readonly waited: boolean;
  readonly write: (() => void) | undefined;
  /** Called once all is on disk. */
  readonly succeed: () => void;
  readonly fail: (error: Error) => void;
}

/**
 * Collects the operations of one turn of the event loop into one transaction, written to the disk
 * once: what many requests store at the same time costs little more than what one stores.
 */
export class TurnTransaction {
  readonly #database: DatabaseSync;
  #pending: Pending[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Does an operation with the others of this turn, in the order of the calls.
   * @param undo takes back what the operation did in memory, where nothing was stored
   * @returns what it gives, once it is on disk
   * @throws EngineUnavailableError where nothing of the turn could be stored
   */
  run<T>(operation: Operation<T>, undo: () => void = () => {}): Promise<T> {
    return new Promise((resolve, reject) => {
      let finish: (() => T) | undefined;
      this.#add({
        waited: true,
        write: () => {
          finish = operation();
        },
        succeed: () => {
          try {
            if (finish !== undefined) resolve(finish());
          } catch (error) {
            reject(asError(error));
          }
        },
        fail: (error) => {
          undo();
          reject(error);
        },
      });
    });
  }

  /** Writes with the others of this turn; whoever asked does not wait, and a failure is let go. */
  note(write: () => void): void {
    this.#add({ waited: false, write, succeed: () => {}, fail: () => {} });
  }

  /** Does something in memory after all that was asked for before, whether or not it was stored. */
  afterwards(work: () => void): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        work();
        resolve();
      };
      this.#add({ waited: false, write: undefined, succeed: done, fail: done });
    });
  }

  /** Does at once what waits for the end of the turn. */
  flush(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending.length === 0) return;
    try {
      this.#write(pending);
    } catch (error) {
      this.#rollBack();
      const failure = new EngineUnavailableError("the store cannot be written", { cause: error });
      for (const { fail } of pending) fail(failure);
      return;
    }
    for (const { succeed } of pending) succeed();
  }

  #write(pending: readonly Pending[]): void {
    const writes = pending.flatMap(({ write }) => write ?? []);
    if (writes.length === 0) return;
    // Without anyone who waits, what is written reaches the disk with the next that is waited for.
    const mode = pending.some(({ waited }) => waited) ? "FULL" : "NORMAL";
    // Immediate, so that it waits for a command that writes too instead of failing halfway.
    this.#database.exec(`PRAGMA synchronous = ${mode}; BEGIN IMMEDIATE`);
    for (const write of writes) write();
    this.#database.exec("COMMIT");
  }

  #add(pending: Pending): void {
    this.#pending.push(pending);
    if (this.#pending.length === 1) setImmediate(() => this.flush());
  }

  #rollBack(): void {
    // SQLite ends the transaction itself after some errors, such as a full disk.
    if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec("ROLLBACK");
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
