import type { IToken, TokenType } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { findLambdaEnd } from "./lambdas.ts";
import { joinedType } from "./joined-words.ts";
import { blockParts, descriptionParts, textParts } from "./text-parts.ts";
import { makeToken, makeTokenAt, retype, spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { BraceBlocks } from "./brace-blocks.ts";
import { beginsStatement, goesOn, isOperandPosition, isSymbolOperator } from "./line-ends.ts";
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
const CLOSING = new Set([tokens.RightParenthesis, tokens.RightBracket, tokens.RightBrace]);
/** What follows a value directly, to name a part of it. */
const ACCESS = new Set<TokenType>([tokens.Dot, tokens.OptionalDot, tokens.LeftBracket]);
/** What stands before a function without a name. */
const LAMBDA_FOLLOWS: ReadonlySet<TokenType | undefined> = new Set([
  tokens.LeftParenthesis,
  tokens.Comma,
  tokens.Equal,
  tokens.Colon,
]);
const MODIFIERS: ReadonlySet<string> = new Set(["PUBLIC", "PRIVATE", "FRIEND", "STATIC"]);
const PROCEDURE = /^(?:SUB|FUNCTION)$/i;
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
    if (type === tokens.Newline) this.#takeNewline(token);
    else if (type === tokens.PlainWord) this.#takeWord(token);
    else if (type === tokens.DoubleQuoted)
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
      else if (CLOSING.has(type)) this.#open.pop();
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
      return this.#pushLines(
        this.#braces.opening(token, this.#out.at(-1), this.#raw.slice(this.#at + 1, this.#at + 3)),
      );
    }
    if (token.tokenType !== tokens.RightBrace) return false;
    let next = this.#at + 1;
    while (this.#raw[next]?.tokenType === tokens.Newline) next++;
    const parts = this.#braces.closing(token, this.#raw[next]);
    // ELSE goes on with the block, whatever line it stands on.
    if (parts?.at(-1)?.startOffset === token.startOffset) this.#at = next - 1;
    return this.#pushLines(parts);
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
    if (last === undefined || last.tokenType === tokens.Newline) return;
    if (goesOn(last, this.#raw, this.#at + 1)) return;
    this.#push(token);
    this.#atStatementStart = true;
    this.#choices = 0;
    this.#braces.noteEnd();
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
    if (this.#atStatementStart && this.#isModifier(word)) return;
    const type = this.#reservedType(word);
    if (type === undefined || !this.#isStructural(type)) {
      this.#push(token);
      return;
    }
    const joined = this.#join(token, type);
    this.#braces.noteWord(joined.tokenType, this.#atStatementStart);
    this.#push(joined);
    this.#atStatementStart = joined.tokenType === words.Then || joined.tokenType === words.Else;
  }

  /** `fn name(…) {`, as Rhai writes FUNCTION. */
  #reservedType(word: string): TokenType | undefined {
    if (word === "FN" && this.#atStatementStart) {
      const [name, bracket] = this.#raw.slice(this.#at + 1, this.#at + 3);
      const isHeader =
        name?.tokenType === tokens.PlainWord && bracket?.tokenType === tokens.LeftParenthesis;
      if (isHeader) return words.Function;
    }
    return JOINABLE.get(word) ?? words.RESERVED_WORDS.get(word);
  }

  /** `PUBLIC SUB`: everything in a file can be seen in the whole of it, so the word says nothing. */
  #isModifier(word: string): boolean {
    const next = this.#raw[this.#at + 1];
    return MODIFIERS.has(word) && next !== undefined && PROCEDURE.test(next.image);
  }

  /** A reserved word is a mere name after `.`, before `=`, as an object's key, as an operand. */
  #isStructural(type: TokenType): boolean {
    const last = this.#out.at(-1)?.tokenType;
    if (last === tokens.Dot || last === tokens.OptionalDot) return false;
    const token = this.#raw[this.#at];
    const next = this.#raw[this.#at + 1];
    if (next !== undefined && token !== undefined) {
      const adjacent = next.startOffset === (token.endOffset ?? 0) + 1;
      if (adjacent && ACCESS.has(next.tokenType)) {
        return words.OPERAND_WORDS.has(type);
      }
      if (next.tokenType === tokens.Equal && this.#atStatementStart) return false;
      const isKey = last === tokens.LeftBrace || last === tokens.Comma;
      const inObject = this.#open.at(-1)?.tokenType === tokens.LeftBrace;
      if (inObject && isKey && next.tokenType === tokens.Colon) return false;
    }
    if (type === words.Label && next?.tokenType !== tokens.PlainWord) return false;
    if (words.STARTING_WORDS.has(type)) return this.#atStatementStart;
    const isAlways = words.OPERAND_WORDS.has(type) || words.NEVER_OPERANDS.has(type);
    if (this.#atStatementStart || isAlways) return true;
    return !isOperandPosition(last);
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
