import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../src/host/host.ts";
import type { Timers } from "../src/host/timers.ts";

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A clock and timers that stand still until a test moves them; the clock can be set, too. */
export class ManualTime implements Clock, Timers {
  readonly zone = "UTC";
  #elapsed = 0;
  /** What the clock shows at 0. */
  #begin = Date.UTC(2026, 10, 21, 12);
  readonly #tasks = new Set<Task>();

  now(): number {
    return this.#begin + this.#elapsed;
  }

  elapsed(): number {
    return this.#elapsed;
  }

  schedule(delayMs: number, run: () => void): () => void {
    const task = { at: this.#elapsed + Math.max(0, delayMs), run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  /** Sets the clock forward, or back, as a person or a time server does; no time passes. */
  setClock(byMs: number): void {
    this.#begin += byMs;
  }

  /** Runs what is due now, and whatever that leads to, while no time passes. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await turn();
      if (this.#runDue()) quiet = -1;
    }
  }

  /** Lets time pass, stopping at each task on the way. */
  async advance(byMs: number): Promise<void> {
    const target = this.#elapsed + byMs;
    await this.settle();
    for (let next = this.#nextAt(); next <= target; next = this.#nextAt()) {
      this.#elapsed = next;
      await this.settle();
    }
    this.#elapsed = target;
    await this.settle();
  }

  #nextAt(): number {
    return Math.min(...[...this.#tasks].map((task) => task.at));
  }

  #runDue(): boolean {
    const due = [...this.#tasks].filter((task) => task.at <= this.#elapsed);
    for (const task of due.sort((first, second) => first.at - second.at)) {
      if (this.#tasks.delete(task)) task.run();
    }
    return due.length > 0;
  }
}
