import type { JournalEntry } from "../engine/journal.ts";
import type { Clock } from "../host/host.ts";

/** Further readings of one run are not kept: no script that is repeated depends on so many. */
const MOST_KEPT = 1000;

/** The clock of one run: a repeated run reads what its earlier attempts read. */
export class RunClock implements Clock {
  readonly #runId: string;
  readonly #clock: Clock;
  readonly #past: readonly number[];
  #count = 0;
  #unstored: number[] = [];

  constructor(runId: string, clock: Clock, past: readonly number[]) {
    this.#runId = runId;
    this.#clock = clock;
    this.#past = past;
  }

  get zone(): string {
    return this.#clock.zone;
  }

  now(): number {
    const past = this.#past[this.#count];
    const reading = past ?? this.#clock.now();
    if (past === undefined && this.#count < MOST_KEPT) this.#unstored.push(reading);
    this.#count += 1;
    return reading;
  }

  /** Hands over the readings that are not stored yet. */
  take(): JournalEntry[] {
    if (this.#unstored.length === 0) return [];
    const step = Math.min(this.#count, MOST_KEPT) - this.#unstored.length;
    const outcome = JSON.stringify(this.#unstored);
    this.#unstored = [];
    return [{ runId: this.#runId, kind: "clock", step, asked: "", outcome }];
  }
}
