import type { IToken, TokenType } from "chevrotain";
import { CLOSING_NESTS, OPENING_NESTS } from "../brackets.ts";
import * as tokens from "../tokens.ts";
import * as words from "../words.ts";

/** Where a statement begins. */
export interface StatementStart {
  /** The index of its first token. */
  readonly at: number;
  /** How far its line is indented; undefined where it is not the first on its line. */
  readonly indent: number | undefined;
  /** The index of the token that ends its line. */
  readonly lineEnd: number;
}

const BEFORE_STATEMENT: ReadonlySet<TokenType> = new Set([
  tokens.Newline,
  tokens.Colon,
  tokens.Semicolon,
  words.Then,
  words.Else,
]);
const AFTER_STATEMENT: ReadonlySet<TokenType | undefined> = new Set([
  undefined,
  tokens.Newline,
  tokens.Colon,
  tokens.Semicolon,
]);

/** Finds where the statements of a script begin, as far as that is to be seen without a grammar. */
export function* statementStarts(
  all: readonly IToken[],
  text: string,
): Generator<StatementStart, void> {
  let depth = 0;
  let isStart = true;
  let lineEnd = -1;
  for (const [at, token] of all.entries()) {
    const type = token.tokenType;
    const isFirst = at > lineEnd;
    if (isFirst) lineEnd = lineEndOf(all, at);
    if (isStart && type !== tokens.Newline) {
      yield { at, indent: isFirst ? indentOf(token, text) : undefined, lineEnd };
    }
    if (OPENING_NESTS.has(type)) depth++;
    else if (CLOSING_NESTS.has(type)) depth--;
    else if (type === tokens.Newline) depth = 0;
    isStart = depth === 0 && BEFORE_STATEMENT.has(type);
  }
}

/** Tells whether a statement is at its end before a token. */
export function endsStatement(token: IToken | undefined): boolean {
  return AFTER_STATEMENT.has(token?.tokenType);
}

function lineEndOf(all: readonly IToken[], at: number): number {
  let end = at;
  while (end < all.length && all[end]?.tokenType !== tokens.Newline) end++;
  return end;
}

function indentOf({ startOffset }: IToken, text: string): number | undefined {
  const lineStart = text.lastIndexOf("\n", startOffset - 1) + 1;
  return text.slice(lineStart, startOffset).trim() === "" ? startOffset - lineStart : undefined;
}
