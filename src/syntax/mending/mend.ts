import type { IToken } from "chevrotain";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";

/** A word of the structure that is written wrong, and the tokens that were meant. */
export interface Mend {
  /** The tokens that are replaced; none where `from` is `to`. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly IToken[];
  /** What is said of the mistake. */
  readonly message: Message;
  readonly span: Span;
}

/** Puts the tokens that were meant in place of those that are written. */
export function mendTokens(all: readonly IToken[], mends: readonly Mend[]): IToken[] {
  const mended: IToken[] = [];
  let at = 0;
  for (const { from, to, tokens } of mends.toSorted((one, other) => one.from - other.from)) {
    mended.push(...all.slice(at, from), ...tokens);
    at = Math.max(at, to);
  }
  mended.push(...all.slice(at));
  return mended;
}
