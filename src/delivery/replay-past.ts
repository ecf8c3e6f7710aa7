import type { JournalEntry } from "../engine/journal.ts";
import { readingsOf, type Past, type Step } from "./run-past.ts";

/**
 * What a run was told, for a replay: a script that has changed may go another way, and is told the
 * next answer that there is, in the order of asking.
 */
export class ReplayPast implements Past {
  readonly readings: readonly number[];
  readonly #answers: JournalEntry[];
  readonly #note: (note: string) => void;

  /** @param note is told where the replay cannot be exact */
  constructor(journal: readonly JournalEntry[], note: (note: string) => void) {
    this.readings = readingsOf(journal);
    this.#answers = journal.filter(({ kind }) => kind === "model");
    this.#note = note;
  }

  outcomeOf(number: number, step: Step): string | undefined {
    if (!("asked" in step)) return undefined;
    const next = this.#answers.shift();
    if (next === undefined) {
      this.#note(`step ${String(number)} asks the language model what it was not asked: simulated`);
      return undefined;
    }
    if (next.asked !== step.asked) {
      this.#note(`step ${String(number)} asks the language model something else: old answer used`);
    }
    return next.outcome;
  }
}
