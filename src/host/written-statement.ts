import type { Message } from "../diagnostics/diagnostic.ts";
import type { Value } from "../runtime/value/value.ts";

/** A statement as far as it is known before its script runs. */
export interface WrittenStatement {
  /**
   * Gives the value of a slot, of one for a word that word in upper case; undefined where it is left
   * out, or not known before the script runs.
   */
  readonly known: (slot: string) => Value | undefined;
  /** Tells whether a slot is filled, perhaps with what is not known before the script runs. */
  readonly isFilled: (slot: string) => boolean;
  readonly look: LookAtFile;
}

/**
 * Says what is wrong with the value of a slot; undefined where nothing is. Asked before a script runs
 * where the value is known by then, so it may look at that and at what else is known of the statement.
 */
export type SlotCheck = (value: Value, written: WrittenStatement) => Message | undefined;

/** Says what is wrong with a slot that is filled, whatever its value is: as another one is, or is not. */
export type FilledCheck = (written: Pick<WrittenStatement, "isFilled">) => Message | undefined;

/** Looks at a file by its path as a script writes it; undefined where nobody can tell before it runs. */
export type LookAtFile = (path: string) => FoundFile | undefined;

/** A file as it lies now; when the script runs, it may be another one. */
export type FoundFile =
  | { readonly kind: "file"; readonly bytes: number }
  | { readonly kind: "unreadable"; readonly reason: string }
  /** With a file beside it that is spelt nearly the same, as the script would write its path. */
  | { readonly kind: "missing"; readonly folder: string; readonly near: string | undefined };
