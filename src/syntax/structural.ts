import type { IToken, TokenType } from "chevrotain";
import { isOperandPosition } from "./line-ends.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** What follows a value directly, to name a part of it. */
const ACCESS = new Set<TokenType>([tokens.Dot, tokens.OptionalDot, tokens.LeftBracket]);

/** Where a word stands. */
export interface WordPlace {
  /** The token before it, as the grammar sees it. */
  readonly last: TokenType | undefined;
  /** The raw token after it. */
  readonly next: IToken | undefined;
  readonly atStatementStart: boolean;
  /** True where the innermost open bracket is a `{`. */
  readonly inObject: boolean;
}

/**
 * Tells whether a reserved word means what it is reserved for: it is a mere name after `.`, before
 * `=`, as an object's key, as an operand.
 */
export function isStructural(
  token: IToken,
  type: TokenType,
  { last, next, atStatementStart, inObject }: WordPlace,
): boolean {
  if (last === tokens.Dot || last === tokens.OptionalDot) return false;
  if (next !== undefined) {
    const adjacent = next.startOffset === (token.endOffset ?? 0) + 1;
    if (adjacent && ACCESS.has(next.tokenType)) return words.OPERAND_WORDS.has(type);
    if (next.tokenType === tokens.Equal && atStatementStart) return false;
    const isKey = last === tokens.LeftBrace || last === tokens.Comma;
    if (inObject && isKey && next.tokenType === tokens.Colon) return false;
  }
  if (type === words.Label && next?.tokenType !== tokens.PlainWord) return false;
  if (words.STARTING_WORDS.has(type)) return atStatementStart;
  const isAlways = words.OPERAND_WORDS.has(type) || words.NEVER_OPERANDS.has(type);
  if (atStatementStart || isAlways) return true;
  return !isOperandPosition(last);
}
