import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../src/host/host.ts";
import type { Timers } from "../src/host/timers.ts";

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A clock and timers that stand still until a test moves them. */
export class ManualTime implements Clock, Timers {
  readonly zone = "UTC";
  #now = Date.UTC(2026, 10, 21, 12);
  readonly #tasks = new Set<Task>();

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, run: () => void): () => void {
    const task = { at: this.#now + Math.max(0, delayMs), run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** Sets the clock back, as a person or a time server does; timers go on as before. */
  setBack(byMs: number): void {
    this.#now -= byMs;
    const tasks = [...this.#tasks];
    this.#tasks.clear();
    for (const { at, run } of tasks) this.#tasks.add({ at: at - byMs, run });
  }

  /** Runs what is due now, and whatever that leads to, without moving the clock. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await turn();
      if (this.#runDue()) quiet = -1;
    }
  }

  /** Moves the clock, stopping at each task on the way. */
  async advance(byMs: number): Promise<void> {
    const target = this.#now + byMs;
    await this.settle();
    for (let next = this.#nextAt(); next <= target; next = this.#nextAt()) {
      this.#now = next;
      await this.settle();
    }
    this.#now = target;
    await this.settle();
  }

  #nextAt(): number {
    return Math.min(...[...this.#tasks].map((task) => task.at));
  }

  #runDue(): boolean {
    const due = [...this.#tasks].filter((task) => task.at <= this.#now);
    for (const task of due.sort((first, second) => first.at - second.at)) {
      if (this.#tasks.delete(task)) task.run();
    }
    return due.length > 0;
  }
}
