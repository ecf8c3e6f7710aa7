import type { IToken, TokenType } from "chevrotain";
import { CLOSING_BRACKETS } from "./brackets.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { borrowedType, isModifier } from "./borrowed-words.ts";
import { findLambdaEnd } from "./lambdas.ts";
import { joinedType } from "./joined-words.ts";
import { blockParts, descriptionParts, textParts } from "./text-parts.ts";
import { makeToken, makeTokenAt, retype, spanOf } from "./token.ts";
import { isStructural } from "./structural.ts";
import * as tokens from "./tokens.ts";
import { BraceBlocks } from "./brace-blocks.ts";
import { beginsStatement, goesOn, isSymbolOperator } from "./line-ends.ts";
import { endsPrint } from "./print-comma.ts";
import * as words from "./words.ts";

/** What the layout needs from the lexer and its caller. */
export interface LayoutContext {
  readonly report: Report;
  /** Reads a part of the text that begins at `shift` into raw tokens with offsets of the whole. */
  readonly readRaw: (text: string, shift: number) => IToken[];
}

/**
 * Gives raw tokens the shape the grammar works on: line ends only where a statement ends, reserved
 * words only where they are structural, `END IF` as one token, texts decoded and interpolations
 * spread into tokens.
 */
export function layOut(raw: readonly IToken[], context: LayoutContext): IToken[] {
  return new Layout(raw, context, true).run();
}

const CLOSERS = new Map<TokenType, TokenType>([
  [tokens.LeftParenthesis, tokens.RightParenthesis],
  [tokens.LeftBracket, tokens.RightBracket],
  [tokens.LeftBrace, tokens.RightBrace],
]);
/** What stands before a function without a name. */
const LAMBDA_FOLLOWS: ReadonlySet<TokenType | undefined> = new Set([
  tokens.LeftParenthesis,
  tokens.Comma,
  tokens.Equal,
  tokens.Colon,
]);
/** Words that are no reserved ones but may be part of a token that is. */
const JOINABLE = new Map<string, TokenType>([
  ["ENDIF", words.End],
  ["CLEAR_ERROR", words.ClearError],
  ["ON", tokens.PlainWord],
  ["CLEAR", tokens.PlainWord],
]);

function touches(name: IToken | undefined, bracket: IToken): boolean {
  return name !== undefined && (name.endOffset ?? 0) + 1 === bracket.startOffset;
}

class Layout {
  readonly #raw: readonly IToken[];
  readonly #context: LayoutContext;
  readonly #out: IToken[] = [];
  #open: IToken[] = [];
  #at = 0;
  readonly #braces = new BraceBlocks();
  /** How many `?` of the statement still wait for their `:`. */
  #choices = 0;
  /** False for an expression inside a text. */
  readonly #isScript: boolean;
  #atStatementStart: boolean;

  constructor(raw: readonly IToken[], context: LayoutContext, isScript: boolean) {
    this.#raw = raw;
    this.#context = context;
    this.#isScript = isScript;
    this.#atStatementStart = isScript;
  }

  run(): IToken[] {
    for (; this.#at < this.#raw.length; this.#at++) {
      const token = this.#raw[this.#at];
      if (token !== undefined) this.#take(token);
    }
    this.#closeBrackets();
    return this.#out;
  }

  #take(token: IToken): void {
    const type = token.tokenType;
    if (this.#takeLambda()) return;
    if (type === tokens.UnclosedComment) {
      const { start } = spanOf(token);
      this.#context.report(syntaxMessages.unclosedComment(), { start, end: start + 2 });
    } else if (type === tokens.Newline) this.#takeNewline(token);
    else if (type === tokens.PlainWord) this.#takeWord(token);
    else if (type === tokens.Quoted)
      this.#pushAll(textParts(token, this.#readInterpolation, this.#context.report));
    else if (type === tokens.TextBlock) this.#takeTextBlock(token);
    else if (type === tokens.BareDescription) this.#pushAll(descriptionParts(token));
    else if (type === tokens.SingleQuoted) {
      token.payload = token.image.slice(1, -1);
      this.#push(retype(token, tokens.TextLiteral));
    } else if (this.#isLineNumber(token)) {
      this.#takeLineNumber(token);
    } else if (!this.#takeBlockBrace(token)) {
      if (CLOSERS.has(type)) this.#open.push(token);
      else if (CLOSING_BRACKETS.has(type)) this.#open.pop();
      this.#push(token);
      this.#atStatementStart = this.#open.length === 0 && this.#endsStatement(type);
      if (this.#atStatementStart) this.#braces.noteEnd();
    }
  }

  #takeLambda(): boolean {
    const before = this.#out.at(-1);
    if (!LAMBDA_FOLLOWS.has(before?.tokenType)) return false;
    const name = this.#out.at(-2);
    // In `PRINT (N => 5)` the bracket is no call's, and `=>` compares.
    if (before?.tokenType === tokens.LeftParenthesis && !touches(name, before)) return false;
    const end = findLambdaEnd(this.#raw, this.#at);
    const [first, last] = [this.#raw[this.#at], this.#raw[(end ?? 0) - 1]];
    if (end === undefined || first === undefined || last === undefined) return false;
    this.#push(makeToken(tokens.Lambda, first, last, ""));
    this.#at = end - 1;
    return true;
  }

  /** Takes a `{` or `}` that stands around statements. */
  #takeBlockBrace(token: IToken): boolean {
    if (this.#open.length > 0) return false;
    if (token.tokenType === tokens.LeftBrace) {
      const { atSwitch } = this.#braces;
      const next = this.#raw.slice(this.#at + 1, this.#at + 3);
      const opened = this.#pushLines(this.#braces.opening(token, this.#out.at(-1), next));
      if (opened && atSwitch) this.#passSwitch(token);
      return opened;
    }
    if (token.tokenType !== tokens.RightBrace) return false;
    let next = this.#at + 1;
    while (this.#raw[next]?.tokenType === tokens.Newline) next++;
    const parts = this.#braces.closing(token, this.#raw[next], this.#raw[this.#at + 1]);
    // ELSE goes on with the block, whatever line it stands on.
    if (parts?.at(-1)?.startOffset === token.startOffset) this.#at = next - 1;
    return this.#pushLines(parts);
  }

  /** Passes over the cases of a SWITCH in braces, which are written in ways of their own. */
  #passSwitch(brace: IToken): void {
    this.#context.report(syntaxMessages.bracedSwitch("SWITCH"), spanOf(brace));
    let depth = 1;
    while (depth > 0 && this.#at + 1 < this.#raw.length) {
      const type = this.#raw[++this.#at]?.tokenType;
      if (type === tokens.LeftBrace) depth++;
      else if (type === tokens.RightBrace) depth--;
    }
    // The closing brace is what ends the block, as ever.
    this.#at--;
  }

  #pushLines(parts: readonly IToken[] | undefined): boolean {
    for (const part of parts ?? []) {
      const isLineEnd = part.tokenType === tokens.Newline;
      if (!isLineEnd || this.#out.at(-1)?.tokenType !== tokens.Newline) this.#push(part);
      this.#atStatementStart = isLineEnd;
    }
    return parts !== undefined;
  }

  /** A `:` separates statements unless it belongs to a `?` before it. */
  #endsStatement(type: TokenType): boolean {
    if (type === tokens.Question) this.#choices++;
    if (type !== tokens.Colon) return type === tokens.Semicolon;
    if (this.#choices === 0) return true;
    this.#choices--;
    return false;
  }

  /** A number that begins a value, as in `5 = x`, is none. */
  #isLineNumber(token: IToken): boolean {
    if (token.tokenType !== tokens.NumberLiteral || !this.#isScript) return false;
    if (this.#open.length > 0 || !tokens.isLineNumber(token, this.#out.at(-1))) return false;
    const next = this.#raw[this.#at + 1];
    return next === undefined || !isSymbolOperator(next.tokenType);
  }

  /** A line number is a line of its own for the grammar, wherever it stands. */
  #takeLineNumber(token: IToken): void {
    const { end } = spanOf(token);
    this.#push(retype(token, tokens.LineNumber));
    this.#push(makeTokenAt(tokens.Newline, end, end, ""));
    this.#atStatementStart = true;
  }

  #pushAll(parts: readonly IToken[]): void {
    for (const part of parts) this.#push(part);
  }

  #push(token: IToken): void {
    this.#out.push(token);
    this.#atStatementStart = false;
  }

  #takeNewline(token: IToken): void {
    if (this.#open.length > 0) {
      if (!beginsStatement(this.#raw, this.#at + 1, this.#out.at(-1))) return;
      this.#closeBrackets();
    }
    const last = this.#out.at(-1);
    if (last === undefined) return;
    if (last.tokenType === tokens.Newline) {
      // What a `}` put in gives way to the line end that is written.
      if (last.image === "") this.#out.splice(-1, 1, token);
      return;
    }
    if (!endsPrint(this.#out, this.#raw, this.#at + 1)) {
      if (goesOn(last, this.#raw, this.#at + 1) || this.#braceBelow(last)) return;
    }
    this.#push(token);
    this.#atStatementStart = true;
    this.#choices = 0;
    this.#braces.noteEnd();
  }

  /** Goes to a `{` on a line of its own that opens the block of what stands above it. */
  #braceBelow(last: IToken): boolean {
    let next = this.#at + 1;
    while (this.#raw[next]?.tokenType === tokens.Newline) next++;
    const isBrace = this.#raw[next]?.image === "{";
    if (!isBrace || !this.#braces.mayOpen(last, this.#raw.slice(next + 1, next + 3))) return false;
    this.#at = next - 1;
    return true;
  }

  /** Reports the outermost open bracket and closes all, so that the parser finds them whole. */
  #closeBrackets(): void {
    const first = this.#open[0];
    if (first === undefined) return;
    const end = spanOf(this.#out.at(-1) ?? first).end;
    const opening = first.image;
    const closing = CLOSERS.get(first.tokenType)?.PATTERN;
    this.#context.report(
      syntaxMessages.unclosedBracket(opening, typeof closing === "string" ? closing : ")"),
      spanOf(first),
    );
    for (const open of this.#open.reverse()) {
      const type = CLOSERS.get(open.tokenType) ?? tokens.RightParenthesis;
      this.#out.push(makeTokenAt(type, end, end, ""));
    }
    this.#open = [];
  }

  readonly #readInterpolation = (expression: string, offset: number): IToken[] =>
    new Layout(this.#context.readRaw(expression, offset), this.#context, false).run();

  #takeTextBlock(token: IToken): void {
    this.#closeBrackets();
    const header = this.#out.findLast(({ image }) => image.toUpperCase() === "BEGIN");
    const { report } = this.#context;
    this.#pushAll(blockParts(token, header, this.#readInterpolation, report));
  }

  #takeWord(token: IToken): void {
    const word = token.image.toUpperCase();
    token.payload = word;
    const next = this.#raw[this.#at + 1];
    if (this.#atStatementStart && isModifier(word, next)) return;
    const type =
      borrowedType(word, this.#raw, this.#at, this.#atStatementStart) ??
      JOINABLE.get(word) ??
      words.RESERVED_WORDS.get(word);
    if (type === undefined || !this.#isStructural(token, type, next)) {
      this.#push(token);
      return;
    }
    const joined = this.#join(token, type);
    this.#braces.noteWord(joined.tokenType, this.#atStatementStart);
    this.#push(joined);
    this.#atStatementStart = joined.tokenType === words.Then || joined.tokenType === words.Else;
  }

  #isStructural(token: IToken, type: TokenType, next: IToken | undefined): boolean {
    return isStructural(token, type, {
      last: this.#out.at(-1)?.tokenType,
      next,
      atStatementStart: this.#atStatementStart,
      inObject: this.#open.at(-1)?.tokenType === tokens.LeftBrace,
    });
  }

  #join(token: IToken, type: TokenType): IToken {
    const word = token.image.toUpperCase();
    if (word === "ENDIF") return makeToken(words.EndBlock, token, token, "END IF");
    if (word === "CLEAR_ERROR") return retype(token, words.ClearError);
    const next = this.#raw[this.#at + 1];
    if (next?.tokenType !== tokens.PlainWord) return retype(token, type);
    const nextWord = next.image.toUpperCase();
    const joined = joinedType(word, nextWord, this.#atStatementStart);
    if (joined === undefined) return retype(token, type);
    this.#at++;
    return makeToken(joined, token, next, `${word} ${nextWord}`);
  }
}
