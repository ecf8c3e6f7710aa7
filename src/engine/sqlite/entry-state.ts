import type { FinishedState } from "../finished.ts";

/** Every state that a person can ask for, in the order of an entry's life. */
export const ENTRY_STATES = [
  "waiting",
  "running",
  "done",
  "dead",
  "unknown",
  "skipped",
  "unhandled",
  "discarded",
] as const satisfies readonly ("waiting" | "running" | FinishedState)[];

/** What became of an entry so far; `running` is one that a worker holds. */
export type EntryState = (typeof ENTRY_STATES)[number];
