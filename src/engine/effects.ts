import type { NewSend } from "./send.ts";
import type { NewJob } from "./work.ts";

/** What a run did to the outside: SUBs to be run later, messages to be sent. */
export interface Effects {
  readonly jobs: readonly NewJob[];
  readonly sends: readonly NewSend[];
}

/** Those of a run that did nothing to the outside. */
export const NO_EFFECTS: Effects = { jobs: [], sends: [] };
