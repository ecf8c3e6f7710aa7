import { createToken, type CustomPatternMatcherReturn, type IToken, Lexer } from "chevrotain";
import {
  APOSTROPHES,
  BlockComment,
  COMMENTS,
  LineComment,
  QuoteComment,
  UnclosedComment,
} from "./line-comments.ts";
import { findQuoteEnd, findSingleQuoteEnd, isQuote } from "./quotes.ts";
import { startCodes } from "./start-codes.ts";
import { matchTextBlock, readTextBlockHeader } from "./text-block.ts";
import {
  Colon,
  Comma,
  CompoundEqual,
  Equal,
  Exclamation,
  LeftBrace,
  LeftBracket,
  LeftParenthesis,
  MARKS,
  Question,
} from "./marks.ts";
import { NUMBER } from "./numbers.ts";
import { InfixOperator, RESERVED_TOKENS, Word } from "./words.ts";

export { COMMENTS, UnclosedComment } from "./line-comments.ts";
export * from "./marks.ts";

export const Newline = createToken({
  name: "Newline",
  pattern: /\r?\n/,
  start_chars_hint: ["\r", "\n"],
  line_breaks: true,
});
/** The lines of a `BEGIN TALK … END TALK`, up to and with the END line; the layout spreads it. */
export const TextBlock = createToken({
  name: "TextBlock",
  pattern: (text, offset, before) => {
    if (text[offset] !== "\n") return null;
    const header = readTextBlockHeader(text, offset);
    if (header === undefined || !beginsLine(before, header.start)) return null;
    return matchTextBlock(text, offset, header, before);
  },
  start_chars_hint: ["\n"],
  line_breaks: true,
});
/** `DESCRIPTION` and the words after it that are not in quotes: text up to the end of the line. */
export const BareDescription = createToken({
  name: "BareDescription",
  pattern: (text, offset, before) =>
    isStatementStart(before) ? matchAt(BARE_DESCRIPTION, text, offset) : null,
  start_chars_hint: ["D", "d"],
  line_breaks: false,
});
export const NumberLiteral = createToken({
  name: "NumberLiteral",
  pattern: (text, offset, before) =>
    text[offset] === "&" && !mayBeNumber(text, offset, before)
      ? null
      : matchAt(NUMBER, text, offset),
  start_chars_hint: Array.from("0123456789.&"),
  line_breaks: false,
});

/** A number at the start of a line, which names the line. */
export const LineNumber = createToken({ name: "LineNumber", pattern: /(?!)/ });

/** A whole function without a name, as in `x => x * 2`; the layout finds it. */
export const Lambda = createToken({ name: "Lambda", pattern: /(?!)/ });

/** Text without interpolation; its payload is the decoded text. */
export const TextLiteral = createToken({ name: "TextLiteral", pattern: /(?!)/ });
/** Text with `${…}`, spread into tokens by the lexer: start, parts, end. */
export const TemplateStart = createToken({ name: "TemplateStart", pattern: /(?!)/ });
export const TemplateText = createToken({ name: "TemplateText", pattern: /(?!)/ });
export const InterpolationStart = createToken({ name: "InterpolationStart", pattern: /(?!)/ });
export const InterpolationEnd = createToken({ name: "InterpolationEnd", pattern: /(?!)/ });
/** Before and after the lines of a text block, each of them a text or a template. */
export const TextBlockStart = createToken({ name: "TextBlockStart", pattern: /(?!)/ });
export const TextBlockEnd = createToken({ name: "TextBlockEnd", pattern: /(?!)/ });
export const TemplateEnd = createToken({ name: "TemplateEnd", pattern: /(?!)/ });

/**
 * A whole `"…"`, or one with back-ticks or curly quotes, as the lexer finds it, quotes included; unclosed ones end
 * with their line. Its payload is true where it is closed.
 */
export const Quoted = createToken({
  name: "Quoted",
  pattern: (text, offset) => {
    if (!isQuote(text.charAt(offset))) return null;
    const { end, closed } = findQuoteEnd(text, offset);
    return Object.assign(matched(text, offset, end), { payload: closed });
  },
  start_chars_hint: startCodes(isQuote),
  line_breaks: true,
});

export const SingleQuoted = createToken({
  name: "SingleQuoted",
  pattern: (text, offset, before) => {
    if (!APOSTROPHES.includes(text.charAt(offset)) || !isOperandPosition(before)) return null;
    const maySpan = before.at(-1)?.tokenType === Equal;
    const end = findSingleQuoteEnd(text, offset, maySpan);
    return end === undefined ? null : matched(text, offset, end);
  },
  start_chars_hint: startCodes((character) => APOSTROPHES.includes(character)),
  line_breaks: true,
});

const BARE_DESCRIPTION =
  /DESCRIPTION[ \t]+(?!(?:AND|OR|MOD|LIKE|IN|IS|NOT|CONTAINS|STARTS|ENDS|THEN)\b)[\p{L}\p{N}_(][^\r\n]*/iuy;
const REMARK = /REM(?![\p{L}\p{N}_$%])[^\n]*/iuy;

const Remark = createToken({
  name: "Remark",
  pattern: (text, offset, before) =>
    isStatementStart(before) ? matchAt(REMARK, text, offset) : null,
  start_chars_hint: ["R", "r"],
  line_breaks: false,
  group: COMMENTS,
});

// The flag `y` of the two that are skipped keeps Chevrotain from reading their expressions.
const Blank = createToken({
  name: "Blank",
  pattern: /[ \t\f\v\r\u00a0]+/y,
  start_chars_hint: Array.from(" \t\f\v\r\u00a0"),
  group: Lexer.SKIPPED,
});

/** `_` as the last thing on a line joins it with the next. */
const Continuation = createToken({
  name: "Continuation",
  pattern: /_[ \t]*(?:\r?\n|$)/y,
  start_chars_hint: ["_"],
  line_breaks: true,
  group: Lexer.SKIPPED,
});

// A sigil is no sigil before `=` (`a!=b`) or, for `#`, before `{`.
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:[$%]|!(?!=)|#(?!\{))?/uy;
export const PlainWord = createToken({
  name: "PlainWord",
  pattern: (text, offset) => matchAt(WORD, text, offset),
  start_chars_hint: startCodes((character) => matchAt(WORD, character, 0) !== null),
  line_breaks: false,
  categories: [Word],
});

/** A character that begins no token; the parser reports it where it stands. */
export const UnknownCharacter = createToken({
  name: "UnknownCharacter",
  pattern: /[^]/,
  start_chars_hint: startCodes(() => true),
  line_breaks: false,
});

/** In the order in which the lexer tries them. */
export const LEXED_TOKENS = [
  Continuation,
  Blank,
  TextBlock,
  Newline,
  Remark,
  BlockComment,
  UnclosedComment,
  LineComment,
  BareDescription,
  SingleQuoted,
  QuoteComment,
  Quoted,
  NumberLiteral,
  ...MARKS,
  PlainWord,
  UnknownCharacter,
];

/** Everything the parser can meet. */
export const PARSED_TOKENS = [
  ...LEXED_TOKENS,
  ...RESERVED_TOKENS,
  InfixOperator,
  LineNumber,
  Lambda,
  TextLiteral,
  TemplateStart,
  TemplateText,
  InterpolationStart,
  InterpolationEnd,
  TemplateEnd,
  TextBlockStart,
  TextBlockEnd,
];

/** Marks, beside the operators, after which an operand stands. */
const OPERAND_FOLLOWS = new Set([
  LeftParenthesis,
  LeftBracket,
  LeftBrace,
  Comma,
  CompoundEqual,
  Question,
  Exclamation,
]);
const OPERAND_FOLLOWS_WORD = new Set(
  "RETURN PRINT LOG TALK THROW ASSERT TO WITH AND OR NOT MOD LIKE IN IF ELSEIF WHILE UNTIL CASE SELECT SWITCH SUBJECT BODY".split(
    " ",
  ),
);

function isOperandPosition(before: readonly IToken[]): boolean {
  const last = before.at(-1);
  if (last === undefined) return false;
  if (OPERAND_FOLLOWS.has(last.tokenType)) return true;
  if (last.tokenType.CATEGORIES?.includes(InfixOperator) === true) return true;
  if (last.tokenType === PlainWord) return OPERAND_FOLLOWS_WORD.has(last.image.toUpperCase());
  if (last.tokenType !== Colon) return false;
  if (isColonOfChoice(before)) return true;
  const beforeKey = before.at(-3)?.tokenType;
  return beforeKey === LeftBrace || beforeKey === Comma || beforeKey === Newline;
}

/** How many tokens may stand between a `?` and its `:` that a text in single quotes follows. */
const LONGEST_CHOICE = 100;

/** Tells whether the last of the tokens, a `:`, belongs to a `?` before it. */
function isColonOfChoice(before: readonly IToken[]): boolean {
  for (let back = 2; back <= LONGEST_CHOICE; back++) {
    const type = before.at(-back)?.tokenType;
    if (type === Question) return true;
    if (type === undefined || type === Colon || type === Newline) return false;
  }
  return false;
}

/** `PRINT &HFF`, but not `NAME$ & HEADING$`: a name is joined with blanks on both sides or on none. */
function mayBeNumber(text: string, offset: number, before: readonly IToken[]): boolean {
  if (isOperandPosition(before)) return true;
  return before.at(-1)?.tokenType === PlainWord && /\s/.test(text.charAt(offset - 1));
}

/** Tells whether the token at an offset is the first of its line. */
function beginsLine(before: readonly IToken[], start: number): boolean {
  const at = before.findLastIndex(({ startOffset }) => startOffset <= start);
  if (before[at]?.startOffset !== start) return false;
  const last = before[at - 1]?.tokenType;
  return last === undefined || last === Newline || last === TextBlock;
}

/** Tells whether a number begins its line, and so names it. */
export function isLineNumber(number: IToken, before: IToken | undefined): boolean {
  const isFirst = before === undefined || before.tokenType === Newline;
  return isFirst && /^\d+$/.test(number.image);
}

function isStatementStart(before: readonly IToken[]): boolean {
  const last = before.at(-1);
  if (last === undefined) return true;
  if (last.tokenType === Newline || last.tokenType === Colon) return true;
  if (last.tokenType === NumberLiteral) return isLineNumber(last, before.at(-2));
  return last.tokenType === PlainWord && /^(?:THEN|ELSE)$/i.test(last.image);
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function matched(text: string, start: number, end: number): CustomPatternMatcherReturn {
  return [text.slice(start, end)];
}
