import type { DatabaseSync } from "node:sqlite";
import type { Cancel, Timers } from "../../host/timers.ts";
import { EngineUnavailableError } from "../engine.ts";
import type { DiskLog } from "./write-ahead-log.ts";

/** What nobody waits for is on disk after this time at most, in ms. */
const DISK_DELAY_MS = 100;

/**
 * What one call does to the store: writes in the transaction, and gives what is to be done in memory
 * once that is stored.
 */
export type Operation<T> = () => () => T;

interface Pending {
  /** How far it must have come before its caller hears of it. */
  readonly waitsFor: "disk" | "commit";
  readonly write: (() => void) | undefined;
  readonly succeed: () => void;
  readonly fail: (error: Error) => void;
}

/** What a turn transaction works with. */
export interface TurnTransactionParts {
  readonly database: DatabaseSync;
  readonly log: DiskLog;
  readonly timers: Timers;
}

/**
 * Collects the operations of one turn of the event loop into one transaction: what many requests
 * store at the same time costs little more than what one stores. A crash of the process loses
 * nothing of a committed transaction; a power cut loses none that is on disk, and of the others the
 * newest only, never one before another.
 */
export class TurnTransaction {
  readonly #parts: TurnTransactionParts;
  #pending: Pending[] = [];
  /** The newest flush that somebody waits for. */
  #onDisk: Promise<void> | undefined;
  #cancelFlush: Cancel | undefined;
  /** Set once the disk refused a flush: what of the log survives is not known from then on. */
  #failure: EngineUnavailableError | undefined;

  constructor(parts: TurnTransactionParts) {
    this.#parts = parts;
  }

  /** @throws EngineUnavailableError where the disk refused what was written to it */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /**
   * Does an operation with the others of this turn, in the order of the calls.
   * @param undo takes back what the operation did in memory, where it was not stored
   * @returns what it gives, once it is on disk
   * @throws EngineUnavailableError where nothing of the turn could be stored
   */
  runToDisk<T>(operation: Operation<T>, undo: () => void = () => {}): Promise<T> {
    return this.#run(operation, "disk", undo);
  }

  /**
   * Does an operation as `runToDisk` does, for what is done again where a power cut takes it back.
   * @returns what it gives, once a crash of the process cannot take it back
   * @throws EngineUnavailableError where nothing of the turn could be stored
   */
  run<T>(operation: Operation<T>): Promise<T> {
    return this.#run(operation, "commit", () => {});
  }

  /** Writes with the others of this turn; whoever asked does not wait, and a failure is let go. */
  note(write: () => void): void {
    this.#add({ waitsFor: "commit", write, succeed: () => {}, fail: () => {} });
  }

  /** Does something in memory after all that was asked for before, whether or not it was stored. */
  afterwards(work: () => void): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        work();
        resolve();
      };
      this.#add({ waitsFor: "disk", write: undefined, succeed: done, fail: done });
    });
  }

  /** Does at once what waits for the end of the turn; the disk may follow later. */
  flush(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending.length === 0) return;
    try {
      this.#write(pending);
    } catch (error) {
      this.#rollBack();
      const failure =
        error instanceof EngineUnavailableError
          ? error
          : unavailable("the store cannot be written", error);
      for (const { fail } of pending) fail(failure);
      return;
    }
    for (const { waitsFor, succeed } of pending) if (waitsFor === "commit") succeed();
    this.#awaitDisk(pending.filter(({ waitsFor }) => waitsFor === "disk"));
  }

  /** Does what is left, waits for the disk, and ends. */
  async close(): Promise<void> {
    this.flush();
    this.#cancelFlush?.();
    // Closing the database flushes what nobody waits for.
    await this.#onDisk?.catch(() => {});
  }

  #run<T>(operation: Operation<T>, waitsFor: Pending["waitsFor"], undo: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      let finish: (() => T) | undefined;
      this.#add({
        waitsFor,
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

  #write(pending: readonly Pending[]): void {
    const writes = pending.flatMap(({ write }) => write ?? []);
    if (writes.length === 0) return;
    this.check();
    const { database } = this.#parts;
    // Immediate, so that it waits for a command that writes too instead of failing halfway.
    database.exec("BEGIN IMMEDIATE");
    for (const write of writes) write();
    database.exec("COMMIT");
    this.#flushSoon();
  }

  /** Those who wait hear in the order of their calls, also those who wait for others only. */
  #awaitDisk(waiting: readonly Pending[]): void {
    if (waiting.length === 0) return;
    if (waiting.some(({ write }) => write !== undefined)) this.#onDisk = this.#flushDisk();
    if (this.#onDisk === undefined) {
      for (const { succeed } of waiting) succeed();
      return;
    }
    this.#onDisk.then(
      () => {
        for (const { succeed } of waiting) succeed();
      },
      (error: unknown) => {
        const failure = unavailable("the disk did not take what was stored", error);
        for (const { fail } of waiting) fail(failure);
      },
    );
  }

  #flushDisk(): Promise<void> {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    const flush = this.#parts.log.sync();
    flush.then(
      () => {
        if (this.#onDisk === flush) this.#onDisk = undefined;
      },
      (error: unknown) => {
        this.#failure ??= unavailable("the disk did not take what was stored; start again", error);
      },
    );
    return flush;
  }

  #flushSoon(): void {
    this.#cancelFlush ??= this.#parts.timers.schedule(DISK_DELAY_MS, () => {
      void this.#flushDisk().catch(() => {});
    });
  }

  #add(pending: Pending): void {
    this.#pending.push(pending);
    if (this.#pending.length === 1) setImmediate(() => this.flush());
  }

  #rollBack(): void {
    const { database } = this.#parts;
    // SQLite ends the transaction itself after some errors, such as a full disk.
    if (database.isOpen && database.isTransaction) database.exec("ROLLBACK");
  }
}

function unavailable(message: string, cause: unknown): EngineUnavailableError {
  return new EngineUnavailableError(message, { cause });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
