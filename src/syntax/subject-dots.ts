import type { IToken, TokenType } from "chevrotain";
import { wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const OPERAND_ENDS: ReadonlySet<TokenType> = new Set([
  tokens.PlainWord,
  tokens.RightParenthesis,
  tokens.RightBracket,
  tokens.RightBrace,
  tokens.TextLiteral,
  tokens.TemplateEnd,
]);

/** Tells whether a dot begins a member of what a WITH block is about: nothing is before it. */
export function isSubjectDot(token: IToken | undefined, before: IToken | undefined): boolean {
  if (token?.tokenType !== tokens.Dot) return false;
  if (before === undefined || !OPERAND_ENDS.has(before.tokenType)) return true;
  return token.startOffset !== (before.endOffset ?? -2) + 1;
}

/** Tells whether `.1 =` begins a line; everywhere else it reads as a number. */
export function isNumberedMember(
  token: IToken | undefined,
  before: IToken | undefined,
  after: IToken | undefined,
): boolean {
  if (token?.tokenType !== tokens.NumberLiteral || after?.tokenType !== tokens.Equal) return false;
  const isFirst = before === undefined || before.tokenType === tokens.Newline;
  return isFirst && /^\.\d+$/.test(token.image);
}

/**
 * Finds the WITH blocks of a file in which members begin with a dot, blocks inside them left out.
 * @returns the WITH tokens that open them
 */
export function dottedBlocks(all: readonly IToken[]): ReadonlySet<IToken> {
  const dotted = new Set<IToken>();
  let open: IToken[] = [];
  all.forEach((token, at) => {
    const { tokenType } = token;
    if (tokenType === words.With) open.push(token);
    else if (tokenType === words.Sub || tokenType === words.Function) open = [];
    else if (tokenType === words.EndBlock && wordOf(token) === "END WITH") open.pop();
    const before = all[at - 1];
    const innermost = open.at(-1);
    if (innermost === undefined) return;
    if (isSubjectDot(token, before) || isNumberedMember(token, before, all[at + 1])) {
      dotted.add(innermost);
    }
  });
  return dotted;
}
