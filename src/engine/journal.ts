import type { Send } from "./send.ts";
import type { JobWork } from "./work.ts";

/** What the journal holds: answers of the language model and over HTTP, histories, files that were fetched, and readings of the clock. */
export type JournalKind = "model" | "http" | "history" | "media" | "clock";

/** Something that a run was told from outside, kept so that a repeated run is told the same. */
export interface JournalEntry {
  readonly runId: string;
  readonly kind: JournalKind;
  /** The number of the step in its run; of readings of the clock, that of the first of them. */
  readonly step: number;
  /** What was asked, as JSON text. */
  readonly asked: string;
  /** What came of it, as JSON text. */
  readonly outcome: string;
  /** True where it was asked anew, so that this takes the place of what came of it before. */
  readonly isAnew?: boolean;
}

/** What a run did and was told in earlier attempts. */
export interface Recollection {
  /** What it made by id; undefined where the content is not kept any more. */
  readonly effects: ReadonlyMap<string, JobWork | Send | undefined>;
  /** In the order of steps, kind by kind. */
  readonly journal: readonly JournalEntry[];
}
