import type { TokenType } from "chevrotain";
import * as tokens from "./tokens.ts";

/** A set that may be asked for a token that is not there. */
type TokenTypes = ReadonlySet<TokenType | undefined>;

const OPENING: readonly TokenType[] = [
  tokens.LeftParenthesis,
  tokens.LeftBracket,
  tokens.LeftBrace,
];
const CLOSING: readonly TokenType[] = [
  tokens.RightParenthesis,
  tokens.RightBracket,
  tokens.RightBrace,
];

export const OPENING_BRACKETS: TokenTypes = new Set(OPENING);
export const CLOSING_BRACKETS: TokenTypes = new Set(CLOSING);

/** The brackets and what begins a value inside a text: a line end in there ends no statement. */
export const OPENING_NESTS: TokenTypes = new Set([...OPENING, tokens.InterpolationStart]);
export const CLOSING_NESTS: TokenTypes = new Set([...CLOSING, tokens.InterpolationEnd]);
