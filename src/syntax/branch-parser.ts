import type { ParserMethod } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { Span } from "../source/span.ts";
import type { Block, CaseTest, Expression, IfBranch, SelectCase, Statement } from "./ast.ts";
import { BlockParser } from "./block-parser.ts";
import { endsBlock, type OpenBlock, openBlock } from "./open-block.ts";
import { describeToken, spanOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

const TWO_WAYS =
  "write it on the same line, or end the line after THEN and put ELSE and END IF on lines of their own";
/** Comparison operators that may follow `CASE IS`. */
const CASE_OPERATORS = new Map([
  [tokens.Equal, "="],
  [tokens.NotEqual, "<>"],
  [tokens.Less, "<"],
  [tokens.LessOrEqual, "<="],
  [tokens.Greater, ">"],
  [tokens.GreaterOrEqual, ">="],
] as const);

/** IF and SELECT CASE, in all their forms. */
export abstract class BranchParser extends BlockParser {
  readonly ifStatement: ParserMethod<[], Statement> = this.RULE("ifStatement", (): Statement => {
    const token = this.CONSUME(words.If);
    if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
    return this.#readIf(spanOf(token));
  });

  #readIf(opening: Span): Statement {
    const condition = this.#readCondition();
    const block = openBlock("IF", opening);
    if (!this.atLineEnd()) return this.#readInlineIf(condition, block);
    const branches: IfBranch[] = [this.#readBranch(condition, block)];
    let otherwise: Block | undefined;
    for (;;) {
      if (this.isAhead(1, words.ElseIf)) {
        this.take();
        branches.push(this.#readBranch(this.#readCondition(), block));
      } else if (this.isAhead(1, words.Else) && otherwise === undefined) {
        this.take();
        otherwise = this.readBlock(block);
      } else break;
    }
    this.closeBlock(block);
    return { kind: "if", branches, otherwise, ...this.spanFrom(opening.start) };
  }

  /** Reads `condition THEN`; after a problem it goes on after THEN, or else on the next line. */
  #readCondition(): Expression {
    const skip = () => {
      while (!this.atLineEnd() && !this.isAhead(1, words.Then)) this.take();
      if (this.isAhead(1, words.Then)) this.take();
    };
    const condition = this.attempt(() => {
      const read = this.SUBRULE(this.expression);
      if (this.isAhead(1, words.Then)) this.take();
      else if (this.isAhead(1, words.Goto) || this.isAhead(1, words.Gosub)) return read;
      // The THEN of a block may be left out, as Visual Basic has it.
      else if (this.atLineEnd()) return read;
      else if (this.atKnownStatement()) this.#reportMissingThen();
      else if (suggest(this.word(1), ["THEN"]) !== undefined) this.#takeMisspeltThen();
      else this.failExpected("THEN");
      return read;
    }, skip);
    return condition ?? this.broken();
  }

  #reportMissingThen(): void {
    const found = describeToken(this.LA(1));
    this.report(syntaxMessages.expected("THEN", found), this.spanAhead());
  }

  #takeMisspeltThen(): void {
    const span = this.spanAhead();
    this.report(syntaxMessages.expected("THEN", this.take().image, "THEN"), span);
  }

  #readBranch(condition: Expression, block: OpenBlock): IfBranch {
    const body = this.readBlock(block);
    return { condition, body, ...this.spanFrom(condition.start) };
  }

  #readInlineIf(first: Expression, block: OpenBlock): Statement {
    const branches: IfBranch[] = [];
    let condition = first;
    for (;;) {
      const body = this.#readInlineBody(block);
      branches.push({ condition, body, ...this.spanFrom(condition.start) });
      if (!this.isAhead(1, words.ElseIf)) break;
      this.take();
      condition = this.#readCondition();
    }
    let otherwise: Block | undefined;
    if (this.isAhead(1, words.Else)) {
      const span = spanOf(this.take());
      if (this.atLineEnd() && !this.#isRemarkBehind(span)) this.#reportEmptyElse(span, block);
      otherwise = this.#readInlineBody(block);
    }
    if (this.isAhead(1, words.EndBlock) && endsBlock(block, this.LA(1))) this.take();
    return { kind: "if", branches, otherwise, ...this.spanFrom(block.span.start) };
  }

  /** `ELSE REM nothing` says that nothing is meant. */
  #isRemarkBehind({ end }: Span): boolean {
    return /^[ \t]*[^\s]/.test(this.source.slice(end, end + 1000));
  }

  #reportEmptyElse(span: Span, block: OpenBlock): void {
    const [expected, found] = ["a statement after ELSE", "the end of the line"];
    this.report(syntaxMessages.expected(expected, found, undefined, TWO_WAYS), span);
    this.expectLateEnd(block);
  }

  #readInlineBody(block: OpenBlock): Block {
    const target = this.readBareTarget();
    const body: Statement[] = target === undefined ? [] : [target];
    this.inside(block, () => {
      this.readStatements(body, true);
    });
    return body;
  }

  readonly selectStatement: ParserMethod<[], Statement> = this.RULE(
    "selectStatement",
    (): Statement => {
      const token = this.OR([
        { ALT: () => this.CONSUME(words.Select) },
        { ALT: () => this.CONSUME(words.Switch) },
      ]);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      const switches = token.tokenType === words.Switch;
      return this.#readSelect(openBlock(switches ? "SWITCH" : "SELECT", spanOf(token)));
    },
  );

  #readSelect(block: OpenBlock): Statement {
    const subject = this.readHead(() => {
      if (block.opening === "SELECT" && this.isAhead(1, words.Case)) this.take();
      return this.SUBRULE(this.expression);
    });
    const stray = this.readBlock(block);
    const first = stray.find(({ kind }) => kind !== "label");
    if (first !== undefined) {
      const { start, end } = first;
      this.report(syntaxMessages.expected("CASE", "a statement"), { start, end });
    }
    const cases: SelectCase[] = [];
    let otherwise: Block | undefined;
    while (this.isAhead(1, words.Case) || this.isAhead(1, words.Default)) {
      const token = this.take();
      const isElse = token.tokenType === words.Default || this.isAhead(1, words.Else);
      if (isElse && token.tokenType !== words.Default) this.take();
      if (isElse) otherwise = this.readBlock(block);
      else cases.push(this.#readCase(spanOf(token), block));
    }
    this.closeBlock(block);
    const span = this.spanFrom(block.span.start);
    return { kind: "select", subject: subject ?? this.broken(), cases, otherwise, ...span };
  }

  #readCase(opening: Span, block: OpenBlock): SelectCase {
    const tests: CaseTest[] = [];
    this.attempt(() => {
      do {
        if (this.isAhead(1, tokens.Comma)) this.take();
        tests.push(this.#readCaseTest());
      } while (this.isAhead(1, tokens.Comma));
      if (!this.atStatementEnd(1)) this.failLeftOver();
    });
    const body = this.readBlock(block);
    return { tests, body, ...this.spanFrom(opening.start) };
  }

  #comparisonAhead(ahead: number): boolean {
    return CASE_OPERATORS.has(this.LA(ahead).tokenType);
  }

  #readCaseTest(): CaseTest {
    const { start } = this.spanAhead();
    // After a comma the lexer takes IS for a name; IS NUMERIC(x) is a value.
    const isTest = this.isAhead(1, words.Is) && !this.canStartOperand(1);
    if (isTest || (this.word(1) === "IS" && this.#comparisonAhead(2))) {
      this.take();
      const operator = CASE_OPERATORS.get(this.LA(1).tokenType);
      if (operator === undefined) this.failExpected("a comparison such as > or <=");
      this.take();
      const value = this.SUBRULE(this.expression);
      return { kind: "compare", operator, value, start, end: value.end };
    }
    const from = this.SUBRULE(this.expression);
    if (this.word(1) !== "TO") return { kind: "equals", value: from, start, end: from.end };
    this.take();
    const to = this.SUBRULE1(this.expression);
    return { kind: "range", from, to, start, end: to.end };
  }
}
