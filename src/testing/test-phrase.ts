import type { Message } from "../diagnostics/diagnostic.ts";
import type { RegistryEntry } from "../statements/define.ts";
import type { Phrase } from "../syntax/ast.ts";

/** Finds what cannot be meant in a phrase as it is written; undefined where nothing is wrong. */
export type Review = (phrase: Phrase) => Message | undefined;

/** A phrase of the language of tests. */
export interface TestPhrase {
  readonly entry: RegistryEntry;
  /** Looks at each use of it when the file is loaded. */
  readonly review?: Review | undefined;
  /** What slots are, by their names, where the manual says more than their types. */
  readonly meanings?: ReadonlyMap<string, string>;
}
