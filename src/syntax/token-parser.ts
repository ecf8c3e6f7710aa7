import {
  EmbeddedActionsParser,
  EOF,
  type IToken,
  isRecognitionException,
  type TokenType,
} from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Message, Report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { SyntaxProblem } from "./syntax-problem.ts";
import { describeToken, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { PARSED_TOKENS } from "./tokens.ts";
import * as words from "./words.ts";

/** How deep brackets and blocks may nest, so that no script exhausts the stack. */
const MAXIMUM_NESTING = 200;

/** What each kind of token is called in "expected …". */
const TOKEN_TITLES = new Map<TokenType, string>([
  [words.Word, "a name"],
  [tokens.Newline, "the end of the line"],
  [tokens.RightParenthesis, ")"],
  [tokens.RightBracket, "]"],
  [tokens.RightBrace, "}"],
  [tokens.Comma, "a comma"],
  [tokens.Colon, "`:`"],
  [tokens.Equal, "="],
  [tokens.InterpolationEnd, "}"],
]);

/** The part of the parser that knows tokens, problems and recovery, but no grammar. */
export abstract class TokenParser extends EmbeddedActionsParser {
  protected report: Report = () => undefined;
  /** The whole script, for what is kept as it is written. */
  protected source = "";
  #nesting = 0;

  constructor() {
    super(PARSED_TOKENS, {
      recoveryEnabled: false,
      maxLookahead: 1,
      skipValidations: true,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected }) =>
          TOKEN_TITLES.get(expected) ?? expected.name.toUpperCase(),
        buildNoViableAltMessage: ({ ruleName }) =>
          ruleName === "statement" ? "a statement" : "a value",
        buildEarlyExitMessage: () => "a value",
        buildNotAllInputParsedMessage: () => "the end of the file",
      },
    });
  }

  protected begin(input: IToken[], report: Report): void {
    this.input = input;
    this.report = report;
    this.#nesting = 0;
  }

  protected word(ahead: number): string {
    return wordOf(this.LA(ahead));
  }

  protected isAhead(ahead: number, type: TokenType): boolean {
    return this.LA(ahead).tokenType === type;
  }

  /** Consumes the next token, whatever it is. */
  protected take(): IToken {
    return this.CONSUME(this.LA(1).tokenType);
  }

  protected spanFrom(start: number): Span {
    return { start, end: Math.max(start, (this.LA(0).endOffset ?? start - 1) + 1) };
  }

  protected adjacent(ahead: number): boolean {
    return this.LA(ahead).startOffset === (this.LA(ahead - 1).endOffset ?? -2) + 1;
  }

  protected fail(detail: Message, span: Span = this.spanAhead()): never {
    throw new SyntaxProblem(detail, span);
  }

  /** The span of the next token; at the end of a line, the place just after the last one. */
  protected spanAhead(): Span {
    const token = this.LA(1);
    if (token.tokenType !== tokens.Newline && token.image !== "") return spanOf(token);
    const end = (this.LA(0).endOffset ?? 0) + 1;
    return { start: end, end };
  }

  /**
   * Runs a part of the grammar; a problem in it is reported and the rest of the line skipped.
   * @param skip what to skip instead
   * @returns undefined after a problem
   */
  protected attempt<T>(
    read: () => T,
    skip = () => {
      this.skipLine();
    },
  ): T | undefined {
    if (this.RECORDING_PHASE) return read();
    return this.guarded(read, ({ detail, span }) => {
      this.report(detail, span);
      skip();
      return undefined;
    });
  }

  /**
   * Runs a part of the grammar; after a problem in it the parser stands where that was found.
   * @param recover gives what stands for the part
   */
  protected guarded<T, R>(read: () => T, recover: (problem: SyntaxProblem) => R): T | R {
    const nesting = this.#nesting;
    try {
      return read();
    } catch (error) {
      const problem = this.#withoutMeaning() ?? this.#problemOf(error);
      this.#nesting = nesting;
      return recover(problem);
    }
  }

  /** What means nothing wherever it stands. */
  #withoutMeaning(): SyntaxProblem | undefined {
    const token = this.LA(1);
    const span = spanOf(token);
    if (token.tokenType === tokens.Ellipsis) {
      return new SyntaxProblem(syntaxMessages.placeholder(), span);
    }
    const before = this.LA(0);
    if (
      token.tokenType === tokens.Divide &&
      before.tokenType === tokens.Divide &&
      this.adjacent(1)
    ) {
      const start = spanOf(before).start;
      return new SyntaxProblem(syntaxMessages.wholeDivision(), { ...span, start });
    }
    if (token.tokenType !== tokens.UnknownCharacter) return undefined;
    return new SyntaxProblem(syntaxMessages.unexpectedCharacter(token.image), span);
  }

  #problemOf(error: unknown): SyntaxProblem {
    if (error instanceof SyntaxProblem) return error;
    if (!(error instanceof Error) || !isRecognitionException(error)) throw error;
    const found = describeToken(this.LA(1));
    const detail =
      error.message === "a value"
        ? syntaxMessages.expectedOperand(found)
        : syntaxMessages.expected(error.message, found);
    return new SyntaxProblem(detail, this.spanAhead());
  }

  protected skipLine(): void {
    while (!this.atLineEnd()) this.take();
  }

  protected atLineEnd(ahead = 1): boolean {
    const token = this.LA(ahead);
    return token.tokenType === tokens.Newline || token.tokenType === EOF;
  }

  protected atEndOfFile(): boolean {
    return this.isAhead(1, EOF);
  }

  /** Guards a construct that can hold itself. */
  protected nested<T>(read: () => T): T {
    if (this.RECORDING_PHASE) return read();
    if (this.#nesting >= MAXIMUM_NESTING)
      this.fail(syntaxMessages.nestedTooDeeply(MAXIMUM_NESTING));
    this.#nesting++;
    const result = read();
    this.#nesting--;
    return result;
  }
}
