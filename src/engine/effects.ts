import type { JournalEntry } from "./journal.ts";
import type { NewSend } from "./send.ts";
import type { NewJob } from "./work.ts";

/** What a run did to the outside: SUBs to be run later, messages to be sent; and what it was told. */
export interface Effects {
  readonly jobs: readonly NewJob[];
  readonly sends: readonly NewSend[];
  /** Absent where it was told nothing since it was stored last. */
  readonly journal?: readonly JournalEntry[];
}

/** Those of a run that did nothing to the outside. */
export const NO_EFFECTS: Effects = { jobs: [], sends: [] };

/** Counts what is to be stored of effects. */
export function countEffects({ jobs, sends }: Effects): number {
  return jobs.length + sends.length;
}
