import type { Clock } from "../host/host.ts";
import type { Cancel, Timers } from "../host/timers.ts";

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A clock and timers that stand still until a test moves them. */
export class VirtualTime implements Clock, Timers {
  #zone: string;
  readonly #tasks = new Set<Task>();
  #elapsed = 0;
  /** How much work goes on during which tasks run as soon as they are due. */
  #workers = 0;
  /** What the clock shows where nothing has passed. */
  #begin: number;

  /**
   * @param now where the clock stands, in ms since 1970-01-01 UTC
   * @param zone IANA name of the zone that dates are shown in
   */
  constructor(now: number, zone: string) {
    this.#begin = now;
    this.#zone = zone;
  }

  /** IANA name of the zone that dates are shown in. */
  get zone(): string {
    return this.#zone;
  }

  /** Shows dates in another zone from now on. */
  setZone(zone: string): void {
    this.#zone = zone;
  }

  now(): number {
    return this.#begin + this.#elapsed;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  schedule(delayMs: number, run: () => void): Cancel {
    const task = { at: this.#elapsed + Math.max(0, delayMs), run };
    this.#tasks.add(task);
    if (this.#workers > 0 && task.at <= this.#elapsed) setImmediate(() => this.#runDue());
    return () => this.#tasks.delete(task);
  }

  /** Puts the clock somewhere, as a person does; no time passes. @param to ms since 1970-01-01 UTC */
  setClock(to: number): void {
    this.#begin = to - this.#elapsed;
  }

  /**
   * Lets time pass, with a stop at each task on the way.
   * @param byMs milliseconds
   * @param settle does all that is due at a stop
   */
  async advance(byMs: number, settle: () => Promise<void>): Promise<void> {
    const target = this.#elapsed + byMs;
    await settle();
    for (let next = this.#nextAt(); next <= target; next = this.#nextAt()) {
      this.#elapsed = next;
      await settle();
    }
    this.#elapsed = target;
    await settle();
  }

  /**
   * Does some work while the clock stands still. Tasks that are due run, and those that become due run as
   * they do: the work may wait for them, however long it takes.
   */
  async during(work: () => Promise<void>): Promise<void> {
    this.#workers += 1;
    try {
      await new Promise<void>((resolve) => setImmediate(resolve));
      this.#runDue();
      await work();
    } finally {
      this.#workers -= 1;
    }
  }

  get hasDue(): boolean {
    return this.#nextAt() <= this.#elapsed;
  }

  #nextAt(): number {
    let next = Infinity;
    for (const { at } of this.#tasks) next = Math.min(next, at);
    return next;
  }

  #runDue(): void {
    const due = [...this.#tasks].filter(({ at }) => at <= this.#elapsed);
    for (const task of due.sort((one, other) => one.at - other.at)) {
      if (this.#tasks.delete(task)) task.run();
    }
  }
}
