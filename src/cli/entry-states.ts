import type { EntryState } from "../engine/sqlite/entry-state.ts";

/** The compiler keeps it complete; the engine itself is not loaded for the sake of a list. */
const STATES: Readonly<Record<EntryState, true>> = {
  waiting: true,
  running: true,
  done: true,
  dead: true,
  unknown: true,
  skipped: true,
  unhandled: true,
  discarded: true,
};

/** The states that `--state` takes, in the order of an entry's life. */
export const STATE_NAMES: readonly string[] = Object.keys(STATES);
