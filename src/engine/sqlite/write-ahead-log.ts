import { closeSync, fdatasync, openSync } from "node:fs";

/** Brings to the disk what the database wrote into its log. */
export interface DiskLog {
  /**
   * Waits until all that was committed before the call is on the disk.
   * @throws Error where the disk does not take it; what of it survives is not known then
   */
  sync(): Promise<void>;
  close(): void;
}

/**
 * The log of a database in WAL mode, flushed beside the event loop: with `synchronous = NORMAL`
 * SQLite itself flushes only at checkpoints (https://www.sqlite.org/pragma.html#pragma_synchronous),
 * and a flush of the log's file after a commit gives what FULL gives, without holding up the process.
 */
export class WriteAheadLog implements DiskLog {
  readonly #file: number;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** @param database the path of the database, which is open in WAL mode */
  constructor(database: string) {
    this.#file = openSync(`${database}-wal`, "a", 0o600);
  }

  /** Who asks while a flush is under way shares the one after it, as that one may be too early. */
  sync(): Promise<void> {
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running.then(
      () => this.#startNext(),
      () => this.#startNext(),
    );
    return this.#next;
  }

  /** Waits for the flush under way, as the number of a closed file may become another's. */
  close(): void {
    const close = () => closeSync(this.#file);
    const last = this.#next ?? this.#running;
    if (last === undefined) close();
    else last.then(close, close);
  }

  #startNext(): Promise<void> {
    this.#next = undefined;
    return this.#start();
  }

  #start(): Promise<void> {
    const flush = new Promise<void>((resolve, reject) => {
      fdatasync(this.#file, (error) => {
        this.#running = undefined;
        if (error === null) resolve();
        else reject(error);
      });
    });
    this.#running = flush;
    return flush;
  }
}
