import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import { Newline } from "./tokens.ts";
import { Word } from "./words.ts";

/** Returns the offsets of a token. */
export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

/** Returns the upper-case word of a word token, sigil included; "" for any other token. */
export function wordOf(token: IToken): string {
  if (token.tokenType.CATEGORIES?.includes(Word) !== true) return "";
  const payload: unknown = token.payload;
  return typeof payload === "string" ? payload : "";
}

/** Returns what a text token says, decoded. */
export function textOf(token: IToken): string {
  const payload: unknown = token.payload;
  return typeof payload === "string" ? payload : "";
}

/** Makes a token that covers `first` to `last`. */
export function makeToken(type: TokenType, first: IToken, last: IToken, payload: string): IToken {
  return makeTokenAt(type, spanOf(first).start, spanOf(last).end, payload);
}

/** Makes a token with a payload at 0-based offsets, `end` exclusive. */
export function makeTokenAt(type: TokenType, start: number, end: number, payload: string): IToken {
  const token = createTokenInstance(type, payload, start, end - 1, -1, -1, -1, -1);
  token.payload = payload;
  return token;
}

/** Gives a token another type. */
export function retype(token: IToken, type: TokenType): IToken {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
  return token;
}

/** Says in a message what a token is. */
export function describeToken(token: IToken): string {
  if (token.tokenType === Newline || token.image === "") return "the end of the line";
  const image = token.image.replace(/\s+/g, " ");
  return image.length > 30 ? `${image.slice(0, 30)}…` : image;
}
