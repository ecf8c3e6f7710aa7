import type { IToken, TokenType } from "chevrotain";
import type { ProcedureNames } from "./procedure-names.ts";
import { retype, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const STATEMENT_FOLLOWS: ReadonlySet<TokenType> = new Set([
  tokens.Newline,
  tokens.Colon,
  tokens.Semicolon,
  words.Then,
  words.Else,
]);

/**
 * Makes plain words of reserved ones that begin a call of the file's own SUB or FUNCTION, as in
 * `CONTINUE ORDER 5`: what a file names itself wins over what the language names. A name of a single
 * word wins over the words that only begin statements.
 */
export function freeOwnNames(all: readonly IToken[], names: ProcedureNames): void {
  if (![...names.firstWords()].some((word) => words.RESERVED_WORDS.has(word))) return;
  all.forEach((token, at) => {
    const before = all[at - 1];
    if (token.tokenType === tokens.PlainWord || wordOf(token) === "") return;
    if (before !== undefined && !STATEMENT_FOLLOWS.has(before.tokenType)) return;
    const found = names.find(wordOf(token), (after) => wordAt(all, at + after));
    if (found === undefined) return;
    const isCall = found.words.length > 1 || words.STARTING_WORDS.has(token.tokenType);
    if (isCall) retype(token, tokens.PlainWord);
  });
}

function wordAt(all: readonly IToken[], at: number): string {
  const token = all[at];
  return token === undefined ? "" : wordOf(token);
}
