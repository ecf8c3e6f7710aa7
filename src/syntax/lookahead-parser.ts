import { EOF } from "chevrotain";
import { CLOSING_BRACKETS, OPENING_BRACKETS } from "./brackets.ts";
import { isSubjectDot } from "./subject-dots.ts";
import { TokenParser } from "./token-parser.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

/** The part of the parser that looks ahead over several tokens without reading them. */
export abstract class LookaheadParser extends TokenParser {
  /** Tells whether a word at this place belongs to the phrase around an expression. */
  protected abstract isStop(ahead: number): boolean;

  /** Tells whether the token can begin an operand that is not a sign. */
  protected canStartOperand(ahead: number): boolean {
    const type = this.LA(ahead).tokenType;
    if (type === tokens.PlainWord) return !this.isStop(ahead);
    if (type === tokens.Dot) return isSubjectDot(this.LA(ahead), this.LA(ahead - 1));
    if (words.FUNCTION_WORDS.has(type)) {
      return this.isAhead(ahead + 1, tokens.LeftParenthesis) && this.adjacent(ahead + 1);
    }
    return OPERAND_STARTS.has(type);
  }

  protected atStatementEnd(ahead: number): boolean {
    const type = this.LA(ahead).tokenType;
    return this.atLineEnd(ahead) || STATEMENT_ENDS.has(type);
  }

  protected opensBracket(ahead: number): boolean {
    return OPENING_BRACKETS.has(this.LA(ahead).tokenType);
  }

  /** Looks over the bracket that opens at `ahead`: its top-level commas, and what comes after. */
  protected scanBracket(ahead: number): { readonly commas: number; readonly after: number } {
    let depth = 0;
    let commas = 0;
    for (let at = ahead; ; at++) {
      const type = this.LA(at).tokenType;
      if (type === EOF) return { commas, after: at };
      if (OPENING_BRACKETS.has(type)) depth++;
      else if (CLOSING_BRACKETS.has(type) && --depth === 0) return { commas, after: at + 1 };
      else if (type === tokens.Comma && depth === 1) commas++;
    }
  }
}

const OPERAND_STARTS: ReadonlySet<unknown> = new Set([
  tokens.NumberLiteral,
  tokens.TextLiteral,
  tokens.TemplateStart,
  tokens.Lambda,
  tokens.LeftParenthesis,
  tokens.LeftBracket,
  tokens.LeftBrace,
  words.Not,
  words.True,
  words.False,
  words.Null,
  words.Call,
  words.Case,
  words.Next,
  words.End,
  words.Default,
]);
const STATEMENT_ENDS: ReadonlySet<unknown> = new Set([
  tokens.Colon,
  tokens.Semicolon,
  words.Else,
  words.ElseIf,
  words.EndBlock,
]);
