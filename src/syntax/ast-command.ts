import type { Span } from "../source/span.ts";
import type { Block } from "./ast.ts";
import type { Identifier } from "./ast-expression.ts";
import type { KnownPhrase } from "./known-phrase.ts";
import type { PhraseEntry } from "./pattern.ts";

/**
 * Something that gbasic cannot carry out: a known phrase of General Bots, or words that nobody knows.
 * What follows its first words is read over and not looked into, since its words may be columns,
 * clauses or names of others; the checker says what is to be said.
 */
export interface Command extends Span {
  /** The phrase of General Bots; undefined where nobody knows these words. */
  readonly known: KnownPhrase | undefined;
  /** The statement of gbasic that stands where a value is wanted. */
  readonly statement: PhraseEntry | undefined;
  /** All of it as written, on one line but for a block of text. */
  readonly text: string;
  /** The words that it begins with, as written. */
  readonly words: readonly Identifier[];
  /** All words in it, so that what they name counts as used. */
  readonly mentioned: readonly Identifier[];
  /** The word after the END of its block; undefined where it has none. */
  readonly closing: string | undefined;
  /** The variables that it would set: `HEAR name`. */
  readonly sets: readonly Identifier[];
}
export interface CommandStatement extends Span {
  readonly kind: "command";
  readonly command: Command;
  /** The lines up to its END; undefined where it has none. */
  readonly body: Block | undefined;
}
export interface CommandExpression extends Span {
  readonly kind: "command-value";
  readonly command: Command;
}
/** A handler that gbasic does not serve, such as `ON EVENT … END ON`; its body is checked only. */
export interface UnservedHandler extends Span {
  readonly command: Command;
  /** The lines up to its END; undefined where it has none. */
  readonly body: Block | undefined;
}
