import type { Leased } from "../engine/lease.ts";
import type { Log } from "../host/log.ts";
import type { Cancel, Timers } from "../host/timers.ts";
import { InFlight } from "./in-flight.ts";

/** How long to wait before asking a store again that failed. */
const STORE_PAUSE_MS = 1000;

interface PumpOptions<T> {
  /** What the entries are, for the log. */
  readonly name: string;
  /** Entries handled side by side at most. */
  readonly limit: number;
  readonly lease: (limit: number) => Promise<readonly Leased<T>[]>;
  readonly handle: (leased: Leased<T>) => Promise<void>;
  readonly timers: Timers;
  readonly log: Log;
}

/** Takes entries from the engine as long as there are any, and handles them side by side. */
export class Pump<T> {
  readonly #options: PumpOptions<T>;
  /** Entries, kept room and leasing: all that must end before the pump is idle. */
  readonly #inFlight = new InFlight();
  #running = 0;
  #reserved = 0;
  #leasing = false;
  #wokenWhileLeasing = false;
  #open = false;
  /** True where there may be entries that found no room. */
  #full = false;
  #cancelPause: Cancel = () => {};

  constructor(options: PumpOptions<T>) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#inFlight.isIdle;
  }

  start(): void {
    this.#open = true;
    this.wake();
  }

  /** Takes no more entries; those under way go on. */
  stop(): void {
    this.#open = false;
    this.#cancelPause();
  }

  /**
   * Looks for entries; to be called whenever there may be some. What many requests of one turn of
   * the event loop ask for is leased in one step, at its end.
   */
  wake(): void {
    if (this.#leasing) {
      this.#wokenWhileLeasing = true;
      return;
    }
    if (!this.#open) return;
    this.#leasing = true;
    this.#inFlight.begin();
    setImmediate(() => void this.#takeAll());
  }

  /** Keeps room for entries that the engine hands over by itself; `adopt` gives it back. */
  reserve(wanted: number): number {
    const room = this.#open ? Math.min(wanted, this.#room) : 0;
    this.#reserved += room;
    this.#inFlight.begin();
    return room;
  }

  /** Handles entries that were leased into the room that `reserve` kept. */
  adopt(reserved: number, leased: readonly Leased<T>[]): void {
    this.#reserved -= reserved;
    for (const one of leased) void this.#handle(one);
    if (leased.length < reserved) this.wake();
    this.#inFlight.end();
  }

  /** Resolves when nothing is under way. */
  whenIdle(): Promise<void> {
    return this.#inFlight.whenIdle();
  }

  get #room(): number {
    return this.#options.limit - this.#running - this.#reserved;
  }

  async #takeAll(): Promise<void> {
    try {
      let mayBeMore = true;
      while (this.#open && this.#room > 0 && (mayBeMore || this.#wokenWhileLeasing)) {
        this.#wokenWhileLeasing = false;
        const room = this.#room;
        const leased = await this.#options.lease(room);
        for (const one of leased) void this.#handle(one);
        mayBeMore = leased.length >= room;
      }
      this.#full = this.#room <= 0;
    } catch (error) {
      this.#pause(error);
    } finally {
      this.#leasing = false;
      this.#inFlight.end();
    }
  }

  async #handle(leased: Leased<T>): Promise<void> {
    const { handle, log, name } = this.#options;
    this.#running += 1;
    this.#inFlight.begin();
    try {
      await handle(leased);
    } catch (error) {
      // The lease ends by itself, and the entry is tried again.
      log.error({ id: leased.lease.id, err: error }, `${name} could not be recorded`);
    } finally {
      this.#running -= 1;
      // Otherwise the engine tells when there is more.
      if (this.#full) this.wake();
      this.#inFlight.end();
    }
  }

  #pause(error: unknown): void {
    const { log, name, timers } = this.#options;
    log.error({ err: error }, `the engine gave no ${name}`);
    if (this.#open) this.#cancelPause = timers.schedule(STORE_PAUSE_MS, () => this.wake());
  }
}
