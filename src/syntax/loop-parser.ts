import type { IOrAlt, ParserMethod } from "chevrotain";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Span } from "../source/span.ts";
import type {
  Block,
  Expression,
  ForEachStatement,
  Identifier,
  LoopTest,
  Statement,
} from "./ast.ts";
import { identifierOf } from "./headers.ts";
import { openBlock } from "./open-block.ts";
import { spanOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";
import { TryParser } from "./try-parser.ts";
import * as words from "./words.ts";

/** How loops of other languages are written here. */
const LOOPS = "write FOR I = 1 TO 3 … NEXT to count, FOR EACH ITEM IN LIST … NEXT for a list";

/** FOR, WHILE and DO, and with them all statements. */
export abstract class LoopParser extends TryParser {
  /** Made once: a list of its own for each statement would cost more than the choice. */
  #kinds: IOrAlt<Statement>[] | undefined;

  /** One statement without its line end. */
  override readonly statement: ParserMethod<[], Statement> = this.RULE("statement", () =>
    this.OR((this.#kinds ??= this.#listKinds())),
  );

  #listKinds(): IOrAlt<Statement>[] {
    return [
      { ALT: () => this.SUBRULE(this.ifStatement) },
      { ALT: () => this.SUBRULE(this.forStatement) },
      { ALT: () => this.SUBRULE(this.whileStatement) },
      { ALT: () => this.SUBRULE(this.doStatement) },
      { ALT: () => this.SUBRULE(this.selectStatement) },
      { ALT: () => this.SUBRULE(this.withStatement) },
      { ALT: () => this.SUBRULE(this.memberStatement) },
      { ALT: () => this.SUBRULE(this.tryStatement) },
      { ALT: () => this.SUBRULE(this.throwStatement) },
      { ALT: () => this.SUBRULE(this.labelStatement) },
      { ALT: () => this.SUBRULE(this.jumpStatement) },
      { ALT: () => this.SUBRULE(this.onErrorStatement) },
      { ALT: () => this.SUBRULE(this.resumeStatement) },
      { ALT: () => this.SUBRULE(this.clearErrorStatement) },
      { ALT: () => this.SUBRULE(this.letStatement) },
      { ALT: () => this.SUBRULE(this.dimStatement) },
      { ALT: () => this.SUBRULE(this.exitStatement) },
      { ALT: () => this.SUBRULE(this.shortStatement) },
      { ALT: () => this.SUBRULE(this.returnStatement) },
      { ALT: () => this.SUBRULE(this.callStatement) },
      { ALT: () => this.SUBRULE(this.spawnStatement) },
      { ALT: () => this.SUBRULE(this.wordStatement) },
      { ALT: () => this.SUBRULE(this.valueStatement) },
    ];
  }

  readonly forStatement: ParserMethod<[], Statement> = this.RULE("forStatement", (): Statement => {
    const token = this.CONSUME(words.For);
    if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
    const each = this.word(1) === "EACH" && this.#isName(2);
    if (each) this.take();
    return each || this.#listAhead()
      ? this.#readForEach(spanOf(token))
      : this.#readFor(spanOf(token));
  });

  /** Tells whether a loop over a list is ahead: `x IN`, `k, v IN`, `(k, v) IN`, `x AS TEXT IN`. */
  #listAhead(): boolean {
    if (this.isAhead(1, tokens.LeftParenthesis)) return true;
    const after = this.word(2) === "AS" ? 4 : 2;
    return this.isAhead(after, words.In) || this.isAhead(after, tokens.Comma);
  }

  #isName(ahead: number): boolean {
    return this.word(ahead) !== "" || this.isAhead(ahead, tokens.LeftParenthesis);
  }

  #readFor(opening: Span): Statement {
    const head = this.readHead(() => {
      const variable = identifierOf(this.CONSUME(words.Word));
      this.passOverType();
      this.CONSUME(tokens.Equal);
      const from = this.stoppedBefore("TO", () => this.SUBRULE(this.expression));
      this.takeWord("TO");
      const to = this.stoppedBefore("STEP", () => this.SUBRULE1(this.expression));
      if (this.word(1) !== "STEP") return { variable, from, to, step: undefined };
      this.take();
      return { variable, from, to, step: this.SUBRULE2(this.expression) };
    }, LOOPS);
    if (head === undefined && this.#passOneLine()) {
      return { kind: "broken", ...this.spanFrom(opening.start) };
    }
    const body = this.#readLoopBody(opening, head && [head.variable]);
    const span = this.spanFrom(opening.start);
    return head === undefined
      ? { kind: "broken", ...span }
      : { kind: "for", ...head, body, ...span };
  }

  #readForEach(opening: Span): Statement {
    const head = this.readHead(() => {
      const names = this.#readVariables();
      this.CONSUME(words.In);
      const list = this.stoppedBefore("LAST", () => this.SUBRULE(this.expression));
      let last: Expression | undefined;
      if (this.word(1) === "LAST") {
        this.take();
        last = this.SUBRULE1(this.expression);
      }
      const to = this.#readRangeEnd();
      if (this.isAhead(1, words.Do)) this.take();
      return { ...names, list, last, to };
    }, LOOPS);
    const body = this.#readLoopBody(opening, head && namesOf(head));
    const span = this.spanFrom(opening.start);
    if (head === undefined) return { kind: "broken", ...span };
    const { to, ...each } = head;
    if (to === undefined) return { kind: "for-each", ...each, body, ...span };
    const { variable, list: from } = each;
    return { kind: "for", variable, from, to, step: undefined, body, ...span };
  }

  /** `x`, or `k, v`: the name or index of each item, and the item; Rhai puts them in brackets. */
  #readVariables(): Pick<ForEachStatement, "keyVariable" | "variable"> {
    const inBrackets = this.isAhead(1, tokens.LeftParenthesis);
    if (inBrackets) this.take();
    const first = identifierOf(this.CONSUME(words.Word));
    this.passOverType();
    let second: Identifier | undefined;
    if (this.isAhead(1, tokens.Comma)) {
      this.take();
      second = identifierOf(this.CONSUME1(words.Word));
    }
    if (inBrackets) this.CONSUME(tokens.RightParenthesis);
    return second === undefined
      ? { keyVariable: second, variable: first }
      : { keyVariable: first, variable: second };
  }

  /** The end of `0..5`, which is no part of the range, or of `0..=5`, which is. */
  #readRangeEnd(): Expression | undefined {
    if (!this.isAhead(1, tokens.Range)) return undefined;
    const range = this.take();
    const end = this.SUBRULE2(this.expression);
    if (range.image === "..=") return end;
    if (end.kind === "literal" && typeof end.value === "number") {
      return { ...end, value: end.value - 1 };
    }
    const span = { start: end.start, end: end.end };
    const right: Expression = { kind: "literal", value: 1, ...span };
    return {
      kind: "binary",
      operator: "-",
      operatorSpan: spanOf(range),
      left: end,
      right,
      ...span,
    };
  }

  /** @param variables the names that NEXT may name; undefined where the head could not be read */
  #readLoopBody(opening: Span, variables: readonly Identifier[] | undefined): Block {
    const block = openBlock("FOR", opening);
    const body = this.readBlock(block);
    if (this.nextGoesOn()) this.take();
    else if (!this.closeBlock(block) || !this.isAhead(0, words.Next)) return body;
    for (let left = variables?.length ?? 1; left > 0 && !this.atStatementEnd(1); left--) {
      const name = this.LA(1);
      if (wordOf(name) === "") break;
      this.take();
      const fits = variables?.some(({ key }) => key === wordOf(name)) ?? true;
      const expected = variables?.map(({ text }) => text).join(", ") ?? "";
      if (!fits) this.report(syntaxMessages.wrongNext(name.image, expected), spanOf(name));
      if (left > 1 && this.isAhead(1, tokens.Comma)) this.take();
    }
    this.nextComma = this.isAhead(1, tokens.Comma) ? this.LA(1) : undefined;
    return body;
  }

  /** Tells whether the head that could not be read holds its NEXT, as a loop without `:` does. */
  #passOneLine(): boolean {
    for (let back = 0; !this.isAhead(back, words.For); back--) {
      if (this.word(back) === "NEXT") return true;
    }
    return false;
  }

  readonly whileStatement: ParserMethod<[], Statement> = this.RULE(
    "whileStatement",
    (): Statement => {
      const token = this.CONSUME(words.While);
      if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
      const block = openBlock("WHILE", spanOf(token));
      const condition = this.readHead(() => this.#readWhileHead()) ?? this.broken();
      const body = this.readBlock(block);
      this.closeBlock(block);
      return { kind: "while", condition, body, ...this.spanFrom(block.span.start) };
    },
  );

  /** A DO behind the condition says nothing. */
  #readWhileHead(): Expression {
    const condition = this.SUBRULE(this.expression);
    if (this.isAhead(1, words.Do)) this.take();
    return condition;
  }

  readonly doStatement: ParserMethod<[], Statement> = this.RULE("doStatement", (): Statement => {
    const token = this.CONSUME(words.Do);
    if (this.RECORDING_PHASE) return { kind: "broken", ...spanOf(token) };
    const block = openBlock("DO", spanOf(token));
    const before = this.readHead(() => this.#readLoopTest());
    const body = this.readBlock(block);
    const closed = this.closeBlock(block);
    const after = closed ? this.#readLoopTest() : undefined;
    return { kind: "do", before, after, body, ...this.spanFrom(block.span.start) };
  });

  #readLoopTest(): LoopTest | undefined {
    const until = this.word(1) === "UNTIL";
    if (!until && !this.isAhead(1, words.While)) return undefined;
    const { start } = spanOf(this.take());
    const condition = this.SUBRULE(this.expression);
    return { until, condition, start, end: condition.end };
  }
}

function namesOf({
  keyVariable,
  variable,
}: Pick<ForEachStatement, "keyVariable" | "variable">): readonly Identifier[] {
  return keyVariable === undefined ? [variable] : [keyVariable, variable];
}
