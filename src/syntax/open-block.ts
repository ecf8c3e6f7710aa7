import type { IToken, TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import { wordOf } from "./token.ts";
import * as words from "./words.ts";

/** A block whose end has not been read yet. */
export interface OpenBlock {
  /** `IF`, `FOR EACH`, `ON WEBHOOK`: for messages. */
  readonly opening: string;
  /** What ends it, for messages: `END IF`. */
  readonly closing: string;
  /** Where its first word stands. */
  readonly span: Span;
  /** Words after END that close it: `IF`. */
  readonly endWords: readonly string[];
  /** Other tokens that close it or begin its next part. */
  readonly endTokens: readonly TokenType[];
}

/** Tells whether a token ends the block or begins its next part. */
export function endsBlock(block: OpenBlock, token: IToken): boolean {
  if (token.tokenType !== words.EndBlock) return block.endTokens.includes(token.tokenType);
  return block.endWords.includes(wordOf(token).slice("END ".length));
}

interface BlockShape {
  readonly closing: string;
  readonly endWords: readonly string[];
  readonly endTokens: readonly TokenType[];
}

/** How each structural block ends. */
const BLOCK_SHAPES = {
  IF: { closing: "END IF", endWords: ["IF"], endTokens: [words.Else, words.ElseIf] },
  FOR: { closing: "NEXT", endWords: ["FOR"], endTokens: [words.Next] },
  WHILE: { closing: "WEND", endWords: ["WHILE"], endTokens: [words.Wend] },
  DO: { closing: "LOOP", endWords: ["DO"], endTokens: [words.Loop] },
  SELECT: {
    closing: "END SELECT",
    endWords: ["SELECT", "SWITCH"],
    endTokens: [words.Case, words.Default],
  },
  SWITCH: {
    closing: "END SWITCH",
    endWords: ["SELECT", "SWITCH"],
    endTokens: [words.Case, words.Default],
  },
  WITH: { closing: "END WITH", endWords: ["WITH"], endTokens: [] },
  TRY: { closing: "END TRY", endWords: ["TRY"], endTokens: [words.Catch, words.Finally] },
  SUB: { closing: "END SUB", endWords: ["SUB"], endTokens: [] },
  FUNCTION: { closing: "END FUNCTION", endWords: ["FUNCTION"], endTokens: [] },
} as const satisfies Record<string, BlockShape>;

/** A block of the language itself, by the word that begins it. */
export type StructuralBlock = keyof typeof BLOCK_SHAPES;

/** Opens a structural block at its first word. */
export function openBlock(name: StructuralBlock, span: Span): OpenBlock {
  return { opening: name, span, ...BLOCK_SHAPES[name] };
}

/** What a block end without its block belongs to, for messages: NEXT to FOR. */
export function openingOf(token: IToken): string {
  switch (token.tokenType) {
    case words.Next:
      return "FOR";
    case words.Wend:
      return "WHILE";
    case words.Loop:
      return "DO";
    case words.Case:
      return "SELECT CASE";
    case words.Catch:
    case words.Finally:
      return "TRY";
    case words.Else:
    case words.ElseIf:
      return "IF";
    default:
      return wordOf(token).slice("END ".length);
  }
}
