import type { IToken } from "chevrotain";
import { wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/**
 * Finds the handlers that an END of their own closes, among those that may be the rest of a file.
 * @param beginnings the words that such handlers begin with, which stand behind their END too
 * @returns the offsets of their first words
 */
export function closedHandlers(
  all: readonly IToken[],
  beginnings: ReadonlySet<string>,
): ReadonlySet<number> {
  const closed = new Set<number>();
  let opened: IToken | undefined;
  all.forEach((token, at) => {
    const before = all[at - 1]?.tokenType;
    if (before !== undefined && before !== tokens.Newline) return;
    const word = wordOf(token);
    if (beginnings.has(word) && all[at + 1]?.tokenType !== tokens.Equal) opened = token;
    if (opened === undefined || token.tokenType !== words.EndBlock) return;
    if (word !== `END ${wordOf(opened)}`) return;
    closed.add(opened.startOffset);
    opened = undefined;
  });
  return closed;
}
