import type { IToken, TokenType } from "chevrotain";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** Words that say in other languages what reserved ones say here, wherever these may stand. */
const SAME: ReadonlyMap<string, TokenType> = new Map([
  ["ANDALSO", words.And],
  ["ORELSE", words.Or],
  ["NOTHING", words.Null],
]);
/** `nothing.price` is a member of a variable of that name. */
const NAMES_PART: ReadonlySet<TokenType | undefined> = new Set([tokens.Dot, tokens.LeftBracket]);
const VISIBILITY: ReadonlySet<string> = new Set(["PUBLIC", "PRIVATE", "FRIEND", "PROTECTED"]);
/** Before a SUB or FUNCTION, and before CONST and DIM, such a word says nothing. */
const MODIFIERS: ReadonlySet<string> = new Set([...VISIBILITY, "STATIC"]);
const MODIFIED = /^(?:SUB|FUNCTION)$/i;
const DECLARED = /^(?:CONST|DIM)$/i;
/** What follows the name of a variable that is declared. */
const FOLLOWS_DECLARED: ReadonlySet<TokenType | undefined> = new Set([
  undefined,
  tokens.Newline,
  tokens.Comma,
  tokens.Colon,
  tokens.Semicolon,
  tokens.Equal,
  tokens.LeftParenthesis,
]);

/**
 * Finds the reserved word that a word of Visual Basic, Rhai or JavaScript stands for.
 * @param word upper case
 * @param raw the raw tokens of the script
 * @param at where it stands in them
 * @param atStatementStart true where a statement begins with it
 * @returns undefined where it is a word like any other
 */
export function borrowedType(
  word: string,
  raw: readonly IToken[],
  at: number,
  atStatementStart: boolean,
): TokenType | undefined {
  const first = raw[at + 1];
  const second = raw[at + 2];
  const same = SAME.get(word);
  if (same !== undefined) return NAMES_PART.has(first?.tokenType) ? undefined : same;
  if (!atStatementStart) return undefined;
  const isName = first?.tokenType === tokens.PlainWord;
  switch (word) {
    case "FN":
      return isName && second?.tokenType === tokens.LeftParenthesis ? words.Function : undefined;
    case "VAR":
      return isName && second?.tokenType === tokens.Equal ? words.Let : undefined;
    case "LOOP":
      return first?.image === "{" ? words.Do : undefined;
    default:
      return VISIBILITY.has(word) && isName && declares(second) ? words.Dim : undefined;
  }
}

/** `PUBLIC SUB`: everything in a file can be seen in the whole of it, so the word says nothing. */
export function isModifier(word: string, next: IToken | undefined): boolean {
  if (next === undefined || !MODIFIERS.has(word)) return false;
  if (MODIFIED.test(next.image)) return true;
  return DECLARED.test(next.image) && VISIBILITY.has(word);
}

/** `PRIVATE TOTAL AS LONG`: the word DIM that is meant. */
function declares(token: IToken | undefined): boolean {
  return FOLLOWS_DECLARED.has(token?.tokenType) || /^AS$/i.test(token?.image ?? "");
}
