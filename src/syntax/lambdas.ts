import type { IToken, TokenType } from "chevrotain";
import { CLOSING_BRACKETS, OPENING_BRACKETS } from "./brackets.ts";
import * as tokens from "./tokens.ts";

const ENDS: ReadonlySet<TokenType | undefined> = new Set([
  undefined,
  tokens.Newline,
  tokens.Comma,
  tokens.Semicolon,
]);
const NAMELESS = /^(?:FUNCTION|SUB|FN)$/i;

/**
 * Finds a function without a name, as Rhai (`|x| x * 2`), JavaScript (`x => x * 2`) and Visual Basic
 * (`Function(x) x * 2`) write it.
 * @param raw the raw tokens of a script
 * @param at where a value begins in them
 * @returns where the function ends, after its last token; undefined where there is none
 */
export function findLambdaEnd(raw: readonly IToken[], at: number): number | undefined {
  const body = findBody(raw, at);
  return body === undefined ? undefined : findBodyEnd(raw, body);
}

function findBody(raw: readonly IToken[], at: number): number | undefined {
  const first = raw[at];
  const second = raw[at + 1];
  if (first === undefined) return undefined;
  if (first.tokenType === tokens.DoubleBar) return at + 1;
  if (isBar(first)) {
    const after = passNames(raw, at + 1);
    return isBar(raw[after]) ? after + 1 : undefined;
  }
  if (isArrow(second) && first.tokenType === tokens.PlainWord) return at + 2;
  if (first.tokenType === tokens.LeftParenthesis) {
    const after = passNames(raw, at + 1);
    const closes = raw[after]?.tokenType === tokens.RightParenthesis;
    return closes && isArrow(raw[after + 1]) ? after + 2 : undefined;
  }
  if (!NAMELESS.test(first.image) || second?.tokenType !== tokens.LeftParenthesis) return undefined;
  const after = passNames(raw, at + 2);
  return raw[after]?.tokenType === tokens.RightParenthesis ? after + 1 : undefined;
}

function isBar(token: IToken | undefined): boolean {
  return token?.tokenType === tokens.UnknownCharacter && token.image === "|";
}

function isArrow(token: IToken | undefined): boolean {
  return token?.tokenType === tokens.GreaterOrEqual && token.image === "=>";
}

function passNames(raw: readonly IToken[], from: number): number {
  let at = from;
  const isPart = (type: TokenType | undefined) =>
    type === tokens.PlainWord || type === tokens.Comma;
  while (isPart(raw[at]?.tokenType)) at++;
  return at;
}

/** A body in braces ends with them, another one where its value does. */
function findBodyEnd(raw: readonly IToken[], body: number): number {
  const braced = raw[body]?.tokenType === tokens.LeftBrace;
  let depth = 0;
  for (let at = body; at < raw.length; at++) {
    const type = raw[at]?.tokenType;
    if (depth === 0 && (ENDS.has(type) || CLOSING_BRACKETS.has(type))) return at;
    if (OPENING_BRACKETS.has(type)) depth++;
    else if (CLOSING_BRACKETS.has(type) && --depth === 0 && braced) return at + 1;
  }
  return raw.length;
}
