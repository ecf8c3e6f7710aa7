import type { IToken, TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import * as tokens from "../syntax/tokens.ts";
import { Word } from "../syntax/words.ts";

const CLOSING = new Map<TokenType, TokenType>([
  [tokens.LeftParenthesis, tokens.RightParenthesis],
  [tokens.LeftBracket, tokens.RightBracket],
  [tokens.LeftBrace, tokens.RightBrace],
]);
const CLOSERS: ReadonlySet<TokenType> = new Set(CLOSING.values());

/** Tells whether a token opens a bracket. */
export function opens({ tokenType }: IToken): boolean {
  return CLOSING.has(tokenType);
}

/** Tells whether a token closes a bracket. */
export function closes({ tokenType }: IToken): boolean {
  return CLOSERS.has(tokenType);
}

/** Tells whether a token is a word, reserved or not. */
export function isWord({ tokenType }: IToken): boolean {
  return tokenType.CATEGORIES?.includes(Word) === true;
}

/** Returns the offset after a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The tokens of a script as they are written, found by their places. */
export class TokenList {
  readonly all: readonly IToken[];

  constructor(all: readonly IToken[]) {
    this.all = all;
  }

  /** Returns the index of the first token that begins at an offset or after it. */
  indexFrom(offset: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.startOffset ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Tells whether a token begins at an offset. */
  startsAt(offset: number): boolean {
    return this.from(offset)?.startOffset === offset;
  }

  /** Returns the first token that begins at an offset or after it. */
  from(offset: number): IToken | undefined {
    return this.all[this.indexFrom(offset)];
  }

  /** Returns the tokens that begin in a span. */
  inside({ start, end }: Span): readonly IToken[] {
    return this.all.slice(this.indexFrom(start), this.indexFrom(end));
  }

  /** Returns the bracket that closes the one at an offset; undefined where there is none. */
  closing(opening: number): IToken | undefined {
    let depth = 0;
    for (let at = this.indexFrom(opening); at < this.all.length; at++) {
      const token = this.all[at];
      if (token === undefined) return undefined;
      if (opens(token)) depth++;
      else if (closes(token) && --depth === 0) return token;
    }
    return undefined;
  }
}
