import { type IToken, Lexer } from "chevrotain";
import type { Report } from "../diagnostics/diagnostic.ts";
import { layOut } from "./layout.ts";
import { LEXED_TOKENS } from "./tokens.ts";

/** Turns script text into the tokens that the parser reads. */
export type Tokenize = (text: string, report: Report) => IToken[];

/** Makes a tokenizer; its tables are built once and shared by all scripts. */
export function createTokenizer(): Tokenize {
  const lexer = new Lexer(LEXED_TOKENS, {
    positionTracking: "onlyOffset",
    skipValidations: true,
  });
  const readRaw = (text: string, shift: number): IToken[] => {
    const { tokens } = lexer.tokenize(text);
    for (const token of tokens) {
      token.startOffset += shift;
      token.endOffset = token.startOffset + token.image.length - 1;
    }
    return tokens;
  };
  return (text, report) => layOut(readRaw(text, 0), { report, readRaw });
}
