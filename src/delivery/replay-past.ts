import type { JournalEntry } from "../engine/journal.ts";
import { readingsOf, type Past, type Step } from "./run-past.ts";

const ASKS = {
  model: "the language model",
  http: "an address",
  history: "the message history",
  media: "the provider for a file",
  clock: "the clock",
} as const;

/** What takes the place of an answer that there is not. */
const STANDS = {
  model: "simulated",
  http: "the call fails",
  history: "it is empty",
  media: "simulated",
  clock: "as it is now",
} as const;

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
    this.#answers = journal.filter(({ kind }) => kind !== "clock");
    this.#note = note;
  }

  /** A replay asks nobody. */
  isAskedAnew(): boolean {
    return false;
  }

  outcomeOf(number: number, step: Step): string | undefined {
    if (!("asked" in step)) return undefined;
    const at = this.#answers.findIndex(({ kind }) => kind === step.kind);
    const [next] = at === -1 ? [] : this.#answers.splice(at, 1);
    const asks = ASKS[step.kind];
    if (next === undefined) {
      this.#note(`step ${String(number)} asks ${asks} what it was not asked: ${STANDS[step.kind]}`);
      return undefined;
    }
    if (next.asked !== step.asked) {
      this.#note(`step ${String(number)} asks ${asks} something else: old answer used`);
    }
    return next.outcome;
  }
}
