import { createToken } from "chevrotain";

/** The lexer keeps comments apart from the tokens, under this name. */
export const COMMENTS = "comments";

const REST_OF_LINE = /[^\n]*/y;
const BLOCK = /\/\*[^]*?\*\//y;
/** What a comment may stand right behind, beside the beginning of its line. */
const BEFORE_COMMENT = /[\s)\]}"'`;,]/;
/** `7 // 2` divides in other languages, and would be 7 here. */
const DIVISION = /\/\/[ \t]*\d[\d.]*[ \t]*\r?(?:\n|$)/y;

/**
 * `//` and `#` begin a comment as the first thing on a line, and behind a statement where a blank
 * stands before them and, for `#`, behind it too: `https://` and `PRINT #1` have none.
 */
export const LineComment = createToken({
  name: "LineComment",
  pattern: (text, offset) => (beginsLineComment(text, offset) ? restOfLine(text, offset) : null),
  start_chars_hint: ["/", "#"],
  line_breaks: false,
  group: COMMENTS,
});

/** What begins a comment or a text in single quotes; word processors make the curly ones. */
export const APOSTROPHES = "'\u2018\u2019";

export const QuoteComment = createToken({
  name: "QuoteComment",
  pattern: /['\u2018\u2019][^\n]*/,
  start_chars_hint: ["'", "\u2018", "\u2019"],
  group: COMMENTS,
});

/** A comment that may span lines, as C and its kin write it. */
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: (text, offset) => {
    if (!mayBeginComment(text, offset)) return null;
    BLOCK.lastIndex = offset;
    return BLOCK.exec(text);
  },
  start_chars_hint: ["/"],
  line_breaks: true,
  group: COMMENTS,
});

/** A `/*` without its end, up to the end of the script; the layout reports it. */
export const UnclosedComment = createToken({
  name: "UnclosedComment",
  pattern: (text, offset) =>
    text.startsWith("/*", offset) && mayBeginComment(text, offset) ? [text.slice(offset)] : null,
  start_chars_hint: ["/"],
  line_breaks: true,
});

function beginsLineComment(text: string, offset: number): boolean {
  const isFirst = isFirstOnLine(text, offset);
  if (text[offset] === "#") {
    const next = text.charAt(offset + 1);
    if (isFirst) return next !== "{";
    return /\s/.test(text.charAt(offset - 1)) && (next === "" || /\s/.test(next));
  }
  if (!text.startsWith("//", offset) || !mayBeginComment(text, offset)) return false;
  DIVISION.lastIndex = offset;
  return isFirst || !DIVISION.test(text);
}

function mayBeginComment(text: string, offset: number): boolean {
  return offset === 0 || BEFORE_COMMENT.test(text.charAt(offset - 1));
}

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && text[at] !== "\n" && /\s/.test(text.charAt(at))) at--;
  return at < 0 || text[at] === "\n";
}

function restOfLine(text: string, offset: number): RegExpExecArray | null {
  REST_OF_LINE.lastIndex = offset;
  return REST_OF_LINE.exec(text);
}
