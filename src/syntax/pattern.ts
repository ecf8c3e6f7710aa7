import type { Span } from "../source/span.ts";

/**
 * What may stand in a slot. `any`, `text`, `number`, `list` are expressions whose value is
 * converted on the way in; `constant` is a text literal, known at load; `rest` is one or more
 * expressions with commas between, `shown` the same of values that are written out, each as it is when
 * its turn comes; `named` is an object, or names with values such as `a = 1, b AS 2`, which make one;
 * `word` is a bare word; `callee` is the name of a SUB or FUNCTION, whose words need no quotes, or a list of
 * it and the arguments in brackets behind it; `lines` are the lines up to the END of a text block, each of them a text.
 */
export type SlotType =
  | "any"
  | "text"
  | "number"
  | "list"
  | "changed"
  | "constant"
  | "rest"
  | "shown"
  | "named"
  | "word"
  | "lines"
  | "callee";

/** A place in a phrase that a script fills. */
export interface Slot {
  readonly name: string;
  readonly type: SlotType;
  readonly optional: boolean;
  /** True where the slot takes a single operand and no operators, like the key of GET SESSION. */
  readonly primary: boolean;
  /** For a word slot: the only words it takes, upper case; absent where any word will do. */
  readonly words?: readonly string[];
}

/** One piece of a pattern, as `parsePattern` reads it. */
export type PatternPart =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "comma" }
  | { readonly kind: "slot"; readonly slot: Slot }
  | { readonly kind: "optional"; readonly parts: readonly PatternPart[] }
  | { readonly kind: "choice"; readonly alternatives: readonly (readonly PatternPart[])[] }
  /** Clauses in any order, each at most once, joined by WITH, AND, a comma or nothing. */
  | { readonly kind: "clauses"; readonly clauses: readonly (readonly PatternPart[])[] };

/** The shape of one phrase, parsed from its text such as `SET RESPONSE STATUS TO <status:number>`. */
export interface Pattern {
  readonly text: string;
  readonly parts: readonly PatternPart[];
  readonly slots: readonly Slot[];
}

/** What to say where a handler is written otherwise. */
export interface HandlerAdvice {
  /** What to write in place of more than it takes. */
  readonly noMore?: string | undefined;
  /** What to write in place of clauses that other handlers take, by the first word of each. */
  readonly elsewhere?: ReadonlyMap<string, string> | undefined;
  /** What people write for its title, and gbasic does not take. */
  readonly synonyms?: readonly string[];
}

/**
 * What the syntax needs to know of a registered statement, phrase function or declaration.
 * `statement` stands alone on a line, `function` inside expressions (or alone, its value dropped),
 * `declaration` is followed by a block that ends with END and the word `block`.
 */
export interface PhraseEntry extends HandlerAdvice {
  readonly phraseKind: "statement" | "function" | "declaration";
  /** The words that name the phrase in messages: `SEND MAIL`. */
  readonly title: string;
  readonly patterns: readonly Pattern[];
  /**
   * True where its only word is a library function too: with a bracket behind it, it is a call, so
   * that `FIRST(list) + 1` is not `FIRST ((list) + 1)`.
   */
  readonly callable?: boolean;
  /** For a declaration: the word after END that closes its block. */
  readonly block?: string;
  /** True where that END may be missing: the rest of the file is then its body. */
  readonly mayTakeFile?: boolean;
  /** For a declaration: names of variables that its body is given, by the slots that are filled. */
  readonly variables?: (filled: ReadonlyMap<string, unknown>) => readonly string[];
}

/** A span with the reason why a pattern text is wrong; a bug in the registry, never the script's. */
export class PatternError extends Error {
  readonly span: Span;
  constructor(message: string, pattern: string, span: Span) {
    super(`pattern "${pattern}": ${message} at ${span.start}`);
    this.name = "PatternError";
    this.span = span;
  }
}
