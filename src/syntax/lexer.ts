import { type IToken, Lexer } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Comment } from "./ast.ts";
import { layOut } from "./layout.ts";
import { COMMENTS, LEXED_TOKENS } from "./tokens.ts";

/** A script cut into pieces. */
export interface LexedScript {
  /** What the parser reads. */
  readonly tokens: IToken[];
  /** All that is written but comments and blanks, line by line; reserved words where they are. */
  readonly raw: readonly IToken[];
  readonly comments: readonly Comment[];
}

/** Turns script text into the tokens that the parser reads, and its comments. */
export type Tokenize = (text: string, report: Report) => LexedScript;

/** Makes a tokenizer; its tables are built once and shared by all scripts. */
export function createTokenizer(): Tokenize {
  const lexer = new Lexer(LEXED_TOKENS, {
    positionTracking: "onlyOffset",
    skipValidations: true,
    ensureOptimizations: true,
  });
  const read = (text: string, shift: number) => {
    const { tokens, groups } = lexer.tokenize(text);
    for (const token of tokens) {
      token.startOffset += shift;
      token.endOffset = token.startOffset + token.image.length - 1;
    }
    return { raw: tokens, comments: groups[COMMENTS] ?? [] };
  };
  // As in a bracket, a `'` at the start begins a text there, and no `#` or REM a comment.
  const readRaw = (text: string, shift: number) => read(`(${text}`, shift - 1).raw.slice(1);
  return (text, report) => {
    const { raw, comments } = read(text, 0);
    return { tokens: layOut(raw, { report, readRaw }), raw, comments: comments.map(commentOf) };
  };
}

function commentOf({ image, startOffset }: IToken): Comment {
  // A line end of Windows is no part of the comment.
  const text = image.replace(/\r$/, "");
  return { start: startOffset, end: startOffset + text.length, text };
}
