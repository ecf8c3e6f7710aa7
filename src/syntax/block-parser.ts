import type { IToken, ParserMethod, TokenType } from "chevrotain";
import { commandMessages } from "../diagnostics/codes/commands.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Block, Expression, Phrase, Statement } from "./ast.ts";
import { endsBlock, type OpenBlock, openingOf } from "./open-block.ts";
import { JumpParser } from "./jump-parser.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";
import { describeToken, spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const PART_BEGINNINGS: ReadonlySet<TokenType> = new Set([
  words.Else,
  words.ElseIf,
  words.Case,
  words.Catch,
  words.Finally,
]);

/** Lines and blocks of statements, and how blocks begin and end. */
export abstract class BlockParser extends JumpParser {
  readonly #open: OpenBlock[] = [];
  /** Blocks reported as never closed; an end that comes too late for one is the same mistake. */
  #unclosed: OpenBlock[] = [];

  /** The comma behind the names of a NEXT: `NEXT j, i` ends another loop there. */
  protected nextComma: IToken | undefined;

  protected override begin(input: IToken[], report: Report): void {
    super.begin(input, report);
    this.#unclosed = [];
    this.nextComma = undefined;
  }

  /** Tells whether a comma and another name go on with the NEXT before. */
  protected nextGoesOn(): boolean {
    return this.LA(1) === this.nextComma && wordOf(this.LA(2)) !== "";
  }

  #nextEndsOther(): boolean {
    return this.nextGoesOn() && this.#open.some(({ opening }) => opening === "FOR");
  }

  /** Leaves it to a message given already that a block is not closed: its end is no mistake. */
  protected expectLateEnd(block: OpenBlock): void {
    this.#unclosed.push(block);
  }

  /** Tells whether a handler or procedure begins here, which closes everything that is open. */
  protected abstract atTopLevelStart(): boolean;

  /** Reads a SUB or FUNCTION that stands inside a handler; false where none begins here. */
  protected abstract readMisplaced(opening: string, closing: string): boolean;

  /** One statement without its line end. */
  abstract readonly statement: ParserMethod<[], Statement>;

  /** The statements of one line, `:` between them, added to `into`. */
  protected readLine(into: Statement[]): void {
    if (this.isAhead(1, tokens.Newline)) {
      this.take();
      return;
    }
    if (!this.#endsOpenBlock() && this.labelAhead()) into.push(this.readLabel());
    else if (words.BLOCK_ENDS.has(this.LA(1).tokenType)) this.#reportStrayEnd();
    else this.readStatements(into, false);
    if (this.isAhead(1, tokens.Newline)) this.take();
  }

  /** @param inline true inside a one-line IF, which ELSE and END IF end */
  protected readStatements(into: Statement[], inline: boolean): void {
    for (;;) {
      while (this.isAhead(1, tokens.Colon) || this.isAhead(1, tokens.Semicolon)) this.take();
      if (this.assignmentGoesOn(into.at(-1))) this.take();
      if (this.atLineEnd() || this.#endsInline(inline)) return;
      const { start } = spanOf(this.LA(1));
      const statement = this.attempt(() => {
        const read = this.SUBRULE(this.statement);
        this.#expectStatementEnd(read, inline);
        return read;
      });
      into.push(statement ?? { kind: "broken", ...this.spanFrom(start) });
      if (this.isAhead(0, tokens.Newline) || this.#nextEndsOther()) return;
    }
  }

  #endsInline(inline: boolean): boolean {
    const type = this.LA(1).tokenType;
    if (inline && (type === words.Else || type === words.ElseIf)) return true;
    return words.BLOCK_ENDS.has(type) && this.#endsOpenBlock();
  }

  #endsOpenBlock(): boolean {
    const token = this.LA(1);
    return this.#open.some((block) => endsBlock(block, token));
  }

  #expectStatementEnd(statement: Statement, inline: boolean): void {
    const type = this.LA(1).tokenType;
    if (this.atLineEnd() || type === tokens.Colon || type === tokens.Semicolon) return;
    // The line end of a block statement was consumed with its closing words.
    if (this.isAhead(0, tokens.Newline) || this.#endsInline(inline)) return;
    if (this.#nextEndsOther()) return;
    if (this.assignmentGoesOn(statement)) return;
    const phrase = phraseOf(statement);
    if (phrase !== undefined && type === tokens.Comma) {
      this.fail(commandMessages.tooManyValues(phrase.entry.title), spanOf(this.LA(1)));
    }
    if (wordOf(this.LA(1)) !== "") this.failMisspeltPhrase(statement.kind === "assignment");
    this.failLeftOver();
  }

  /** `LET A = 5, B = 6`: a comma before another name and `=`. */
  protected assignmentGoesOn(last: Statement | undefined): boolean {
    if (last?.kind !== "assignment" || !this.isAhead(1, tokens.Comma)) return false;
    return wordOf(this.LA(2)) !== "" && this.isAhead(3, tokens.Equal);
  }

  #reportStrayEnd(): void {
    const token = this.LA(1);
    const late = this.#unclosed.findIndex((block) => endsBlock(block, token));
    if (late === -1) {
      this.report(syntaxMessages.strayBlockEnd(wordOf(token), openingOf(token)), spanOf(token));
    } else if (!PART_BEGINNINGS.has(token.tokenType)) this.#unclosed.splice(late, 1);
    this.skipLine();
  }

  /** Reads the lines of a block up to what ends it, which is left for the caller. */
  protected readBlock(block: OpenBlock): Block {
    const statements: Statement[] = [];
    this.inside(block, () => {
      while (!this.#atBlockEnd()) {
        const [handler = block] = this.#open;
        if (!this.readMisplaced(handler.opening, handler.closing)) this.readLine(statements);
      }
    });
    return statements;
  }

  /** Reads a part of a block, in which what ends the block ends the part. */
  protected inside(block: OpenBlock, read: () => void): void {
    this.#open.push(block);
    try {
      this.nested(read);
    } finally {
      this.#open.pop();
    }
  }

  #atBlockEnd(): boolean {
    const token = this.LA(1);
    if (this.atEndOfFile() || this.#nextEndsOther()) return true;
    const mayEnd = words.BLOCK_ENDS.has(token.tokenType) || token.tokenType === words.Default;
    if (mayEnd && this.#endsOpenBlock()) return true;
    return this.isAhead(0, tokens.Newline) && this.atTopLevelStart();
  }

  /** Consumes the end of a block, or reports that it is missing. */
  protected closeBlock(block: OpenBlock): boolean {
    if (endsBlock(block, this.LA(1))) {
      this.take();
      return true;
    }
    const before = this.atEndOfFile() ? "the end of the file" : describeToken(this.LA(1));
    this.report(syntaxMessages.unclosedBlock(block.opening, block.closing, before), block.span);
    this.#unclosed.push(block);
    return false;
  }

  /**
   * Reads the head of a block statement; a problem in it does not lose the block.
   * @param advice how such a head is written, for problems that do not tell
   */
  protected readHead<T>(read: () => T, advice?: string): T | undefined {
    const advised = (problem: SyntaxProblem) => {
      const hint = problem.detail.hint ?? advice;
      this.report(hint === undefined ? problem.detail : { ...problem.detail, hint }, problem.span);
      this.skipLine();
      return undefined;
    };
    if (this.RECORDING_PHASE) return read();
    return this.guarded(() => {
      const head = read();
      if (!this.atLineEnd() && !this.isAhead(1, tokens.Colon)) {
        this.failLeftOver();
      }
      return head;
    }, advised);
  }

  /** Fails at what stands where a statement or a part of one should have ended. */
  protected failLeftOver(): never {
    this.failAfterPhrase();
    this.failBareFunction(this.LA(0));
    const found = describeToken(this.LA(1));
    // Words and values side by side are a phrase that nobody knows.
    const isPhrase = wordOf(this.LA(1)) !== "" || this.canStartOperand(1);
    this.fail(isPhrase ? syntaxMessages.leftOverWord(found) : syntaxMessages.leftOver(found));
  }

  /** Stands for a value that could not be read. */
  protected broken(): Expression {
    return { kind: "broken", ...this.spanAhead() };
  }
}

/** The phrase that a statement is. */
function phraseOf(statement: Statement): Phrase | undefined {
  if (statement.kind === "phrase-statement") return statement.phrase;
  if (statement.kind !== "call-statement" || statement.call.kind !== "phrase") return undefined;
  return statement.call.phrase;
}
