import type { IToken, TokenType } from "chevrotain";
import { beginsAssignment } from "./line-ends.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** What a statement begins after on the line of another one. */
const STARTS_INLINE: ReadonlySet<TokenType | undefined> = new Set([
  tokens.Colon,
  words.Then,
  words.Else,
]);
/** After a word, these go on with a list of values. */
const VALUE_GOES_ON: ReadonlySet<TokenType> = new Set([
  tokens.Comma,
  tokens.Dot,
  tokens.OptionalDot,
  tokens.LeftBracket,
]);

/**
 * Tells whether a line is a PRINT that ends with a comma, and the next line a statement of its own.
 * @param out the tokens up to the end of the line
 * @param raw all tokens; the next line begins at `next`
 */
export function endsPrint(out: readonly IToken[], raw: readonly IToken[], next: number): boolean {
  return out.at(-1)?.tokenType === tokens.Comma && followsPrint(raw, next) && isPrint(out);
}

function isPrint(out: readonly IToken[]): boolean {
  const lineEnd = out.findLastIndex(({ tokenType }) => tokenType === tokens.Newline);
  const line = out.slice(lineEnd + 1);
  const starts = line.filter(
    (_token, at) => at === 0 || STARTS_INLINE.has(line[at - 1]?.tokenType),
  );
  return starts.at(-1)?.image.toUpperCase() === "PRINT";
}

/** Words that begin a statement, and nothing that PRINT could print. */
const AFTER_PRINT: ReadonlySet<string> = new Set([
  ...words.LINE_BEGINNINGS,
  ..."LOG TALK WAIT ASSERT THROW TRY CATCH FINALLY WITH GOTO GOSUB RESUME BREAK CONTINUE REDIM".split(
    " ",
  ),
]);

/**
 * Tells whether a line begins a statement although a PRINT before it ends with a comma.
 * @param at where the line begins in the raw tokens
 */
function followsPrint(raw: readonly IToken[], at: number): boolean {
  const [first, second] = [raw[at], raw[at + 1]];
  if (first?.tokenType !== tokens.PlainWord) return first === undefined;
  if (beginsAssignment(raw, at)) return true;
  const goesOnAsValue = second !== undefined && VALUE_GOES_ON.has(second.tokenType);
  return AFTER_PRINT.has(first.image.toUpperCase()) && !goesOnAsValue;
}
