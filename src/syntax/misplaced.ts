import type { IToken } from "chevrotain";
import { wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/**
 * Finds the SUBs and FUNCTIONs that stand inside a handler: its END comes behind them before
 * another handler begins.
 * @param beginnings the words that handlers begin with
 * @param closing the words after the END of handlers
 * @returns the offsets of their first words
 */
export function misplacedProcedures(
  all: readonly IToken[],
  beginnings: ReadonlySet<string>,
  closing: readonly string[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const ends = new Set(closing.map((word) => `END ${word}`));
  let isInside = false;
  for (let at = all.length - 1; at >= 0; at--) {
    const token = all[at];
    if (token === undefined) continue;
    if (token.tokenType === words.EndBlock && ends.has(wordOf(token))) isInside = true;
    const before = all[at - 1]?.tokenType;
    if (before !== undefined && before !== tokens.Newline) continue;
    const isProcedure = token.tokenType === words.Sub || token.tokenType === words.Function;
    if (isProcedure && isInside) found.add(token.startOffset);
    const isHandler = beginnings.has(wordOf(token)) && wordOf(all[at + 1] ?? token) !== "ERROR";
    if (isHandler) isInside = false;
  }
  return found;
}
