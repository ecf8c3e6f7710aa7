import type { IToken, TokenType } from "chevrotain";
import { CLOSING_BRACKETS, OPENING_BRACKETS } from "./brackets.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const JOINING_WORDS = new Set<TokenType>([words.And, words.Or, words.Xor, words.Mod, words.Not]);
const LEADING_WORDS = /^(?:THEN|AND|OR|XOR)$/i;
const LEADING_OPERATORS: ReadonlySet<TokenType> = new Set([
  tokens.Plus,
  tokens.Ampersand,
  tokens.DoubleAmpersand,
  tokens.DoubleBar,
  tokens.Coalesce,
]);
/** What makes a word a variable that is set. */
const FOLLOWS_NAME: ReadonlySet<TokenType> = new Set([
  tokens.Equal,
  tokens.Dot,
  tokens.LeftBracket,
]);
/** What begins a value that stands beside another one. */
const VALUES: ReadonlySet<TokenType | undefined> = new Set([
  tokens.PlainWord,
  tokens.Quoted,
  tokens.SingleQuoted,
  tokens.NumberLiteral,
]);

/** Tells whether a token is an operator that could be nothing else, as a word could. */
export function isSymbolOperator({ CATEGORIES = [] }: TokenType): boolean {
  return CATEGORIES.includes(words.InfixOperator) && !CATEGORIES.includes(words.Word);
}

/** Tells whether a value stands after a token; undefined is what is before an interpolation. */
export function isOperandPosition(last: TokenType | undefined): boolean {
  if (last === undefined) return true;
  return last === tokens.Comma || OPENING_BRACKETS.has(last) || isSymbolOperator(last);
}

/**
 * Tells whether a statement goes on in the next line.
 * @param last the last token of the line
 * @param next where the next line begins in the raw tokens
 */
export function goesOn(last: IToken, raw: readonly IToken[], next: number): boolean {
  if (last.tokenType === tokens.Comma || JOINING_WORDS.has(last.tokenType)) {
    return !mustBeStatement(raw, next);
  }
  // After `x =` a line such as `y = 2` is a statement of its own.
  if (isSymbolOperator(last.tokenType)) {
    return !beginsAssignment(raw, next) && !mustBeStatement(raw, next);
  }
  return beginsWithOperator(raw, next) || beginsWithClause(raw, next);
}

/** No statement begins with THEN, AND, `+` or `&`. */
function beginsWithOperator(raw: readonly IToken[], at: number): boolean {
  const [first, second] = [raw[at], raw[at + 1]];
  if (first === undefined || second === undefined) return false;
  if (LEADING_OPERATORS.has(first.tokenType)) return second.tokenType !== tokens.Newline;
  const isWord = first.tokenType === tokens.PlainWord && LEADING_WORDS.test(first.image);
  return isWord && !FOLLOWS_NAME.has(second.tokenType);
}

/** An operator at the end of a line is a slip where the next line could not be its other side. */
function mustBeStatement(raw: readonly IToken[], at: number): boolean {
  const [first, second] = [raw[at], raw[at + 1]];
  if (first?.tokenType !== tokens.PlainWord || second === undefined) return false;
  if (!words.LINE_BEGINNINGS.has(first.image.toUpperCase())) return false;
  return VALUES.has(second.tokenType);
}

/** Tells whether a line sets a variable. @param at where it begins in the raw tokens */
export function beginsAssignment(raw: readonly IToken[], at: number): boolean {
  const first = raw[at];
  if (first?.tokenType !== tokens.PlainWord) return false;
  return first.image.toUpperCase() === "LET" || raw[at + 1]?.tokenType === tokens.Equal;
}

/** `WITH MAX_COST 0.05` is a clause: a block WITH names one thing, and nothing follows it. */
function beginsWithClause(raw: readonly IToken[], at: number): boolean {
  const [first, word, value] = [raw[at], raw[at + 1], raw[at + 2]];
  if (first?.tokenType !== tokens.PlainWord || first.image.toUpperCase() !== "WITH") return false;
  return word?.tokenType === tokens.PlainWord && VALUES.has(value?.tokenType);
}

/**
 * Tells whether a line begins a statement although a bracket is open.
 * @param at where the line begins in the raw tokens
 * @param last the token before its line end
 */
export function beginsStatement(
  raw: readonly IToken[],
  at: number,
  last: IToken | undefined,
): boolean {
  const first = raw[at];
  if (first?.tokenType !== tokens.PlainWord) return false;
  const word = first.image.toUpperCase();
  if (!words.LINE_BEGINNINGS.has(word) && !cannotFollow(word, last?.tokenType)) return false;
  const second = raw[at + 1]?.tokenType;
  return second !== tokens.Colon && second !== tokens.Comma && !CLOSING_BRACKETS.has(second);
}

/** Tells whether a bracket that is open would need a comma or an operator before a word. */
function cannotFollow(word: string, last: TokenType | undefined): boolean {
  if (last === undefined || last === tokens.Colon || isOperandPosition(last)) return false;
  if (JOINING_WORDS.has(last)) return false;
  const type = words.RESERVED_WORDS.get(word);
  const joins = type === words.Not || type?.CATEGORIES?.includes(words.InfixOperator) === true;
  return !joins && !words.ARGUMENT_SEPARATORS.has(word);
}
