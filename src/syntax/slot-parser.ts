import { type MeantPhrase, phraseMessages } from "../diagnostics/codes/phrases.ts";
import { textBlockMessages } from "../diagnostics/codes/text-blocks.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { Expression, ObjectMember, SlotValue } from "./ast.ts";
import { ExpressionParser } from "./expression-parser.ts";
import type { Slot } from "./pattern.ts";
import { PhraseProblem } from "./syntax-problem.ts";
import { describeToken, spanOf, textOf, wordOf } from "./token.ts";
import * as tokens from "./tokens.ts";

/** A phrase that is being read: the slots filled so far and how loosely its values may bind. */
export interface Walk extends MeantPhrase {
  readonly slots: Map<string, SlotValue>;
  readonly minimum: number;
}

/** Reads the values in the slots of phrases. */
export abstract class SlotParser extends ExpressionParser {
  /** Reads what fills a slot. */
  protected readSlotValue(slot: Slot, walk: Walk): SlotValue {
    const token = this.LA(1);
    if (slot.type === "word") return { kind: "word", word: wordOf(this.take()), ...spanOf(token) };
    if (slot.type === "constant") {
      if (token.tokenType !== tokens.TextLiteral)
        this.failPhrase(phraseMessages.constantNeeded(walk.title, slot.optional));
      const value: Expression = { kind: "literal", value: textOf(this.take()), ...spanOf(token) };
      return { kind: "expression", value, ...spanOf(token) };
    }
    if (slot.type === "lines") return this.#readLines(walk);
    if (slot.type === "callee") return this.#readCallee(walk);
    if (slot.type === "named" && this.namesAhead(1)) return this.#readNamed(walk);
    if (slot.type === "shown" && this.#isCall()) {
      return { kind: "rest", values: this.readArguments(), ...this.spanFrom(spanOf(token).start) };
    }
    const first = this.#readValue(slot, walk);
    if (slot.type !== "rest" && slot.type !== "shown")
      return { kind: "expression", value: first, start: first.start, end: first.end };
    const values = [this.#readJoined(first, slot, walk)];
    while (this.isAhead(1, tokens.Comma)) {
      this.take();
      // `PRINT a,` ends as it does without the comma, as in Visual Basic.
      if (this.atStatementEnd(1)) break;
      values.push(this.#readJoined(this.#readValue(slot, walk), slot, walk));
    }
    return { kind: "rest", values, ...this.spanFrom(first.start) };
  }

  /** `PRINT("a", 1)`, as other languages write it: a bracket with commas that holds all values. */
  #isCall(): boolean {
    if (!this.isAhead(1, tokens.LeftParenthesis)) return false;
    const { commas, after } = this.scanBracket(1);
    const ends = this.atLineEnd(after) || this.isAhead(after, tokens.Colon);
    return commas > 0 && ends;
  }

  /** `PRINT a; b` joins as `&` does; a `;` that no value follows ends the statement. */
  #readJoined(first: Expression, slot: Slot, walk: Walk): Expression {
    let joined = first;
    while (this.isAhead(1, tokens.Semicolon) && !this.atStatementEnd(2)) {
      if (this.statementBegins(2)) break;
      const operatorSpan = spanOf(this.take());
      const right = this.#readValue(slot, walk);
      const span = { start: first.start, end: right.end };
      joined = { kind: "binary", operator: "&", operatorSpan, left: joined, right, ...span };
    }
    return joined;
  }

  /** `name = "Ana", age AS 3`, also `service, date` for two variables under their names. */
  #readNamed(walk: Walk): SlotValue {
    const members: ObjectMember[] = [];
    do {
      if (members.length > 0) this.take();
      members.push(this.#readNamedValue(walk));
    } while (this.#anotherNamed());
    const [first, last] = [members[0], members.at(-1)];
    const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
    return { kind: "expression", value: { kind: "object", members, ...span }, ...span };
  }

  #readNamedValue(walk: Walk): ObjectMember {
    const name = this.LA(1);
    if (!this.#isName(1)) this.#failNamed(walk, "a name");
    this.take();
    const { start, end } = spanOf(name);
    const key = name.tokenType === tokens.TextLiteral ? textOf(name) : name.image;
    if (!this.#givesValue(1)) {
      if (name.tokenType !== tokens.PlainWord) this.#failNamed(walk, "= and a value");
      const variable = { text: name.image, key: wordOf(name), start, end };
      return { key, value: { kind: "name", name: variable, start, end }, start, end };
    }
    this.take();
    const value = this.nested(() => this.SUBRULE(this.expression));
    return { key, value, start, end: value.end };
  }

  /** In a list or in arguments a comma goes on only with another name that is given a value. */
  #anotherNamed(): boolean {
    if (!this.isAhead(1, tokens.Comma) || this.atStatementEnd(2)) return false;
    return !this.commasSeparate || (this.#isName(2) && this.#givesValue(3));
  }

  #failNamed(walk: Walk, expected: string): never {
    this.failPhrase(phraseMessages.otherwise(walk, expected, describeToken(this.LA(1))));
  }

  /** Tells whether names with values follow. */
  protected namesAhead(ahead: number): boolean {
    if (!this.#isName(ahead)) return false;
    const lists = this.isAhead(ahead, tokens.PlainWord) && this.isAhead(ahead + 1, tokens.Comma);
    return this.#givesValue(ahead + 1) || (lists && !this.commasSeparate);
  }

  /** Any word may be the name of a value, as a member of an object may have any name. */
  #isName(ahead: number): boolean {
    return this.word(ahead) !== "" || this.isAhead(ahead, tokens.TextLiteral);
  }

  #givesValue(ahead: number): boolean {
    const between = this.isAhead(ahead, tokens.Equal) || this.isAhead(ahead, tokens.Colon);
    return between || this.word(ahead) === "AS";
  }

  /** Tells whether a token that a value could begin with begins a statement instead. */
  protected abstract statementBegins(ahead: number): boolean;

  /** What stands here is none of the ways to write the phrase around it. */
  protected failPhrase(detail: Message, span: Span = this.spanAhead()): never {
    throw new PhraseProblem(detail, span);
  }

  /** `PRICE("tea")`, `NOTIFY SHOP` or `"NOTIFY SHOP"`: a name that is not looked up here. */
  #readCallee(walk: Walk): SlotValue {
    const { start } = spanOf(this.LA(1));
    const name = this.#readName(walk);
    const text: Expression = { kind: "literal", value: name, ...this.spanFrom(start) };
    if (!this.isAhead(1, tokens.LeftParenthesis)) {
      return { kind: "expression", value: text, ...this.spanFrom(start) };
    }
    const items = [text, ...this.readArguments()];
    const span = this.spanFrom(start);
    return { kind: "expression", value: { kind: "list", items, ...span }, ...span };
  }

  #readName(walk: Walk): string {
    if (this.isAhead(1, tokens.TextLiteral)) return textOf(this.take());
    if (this.word(1) === "") this.#failNamed(walk, "a name");
    const words = [this.take().image];
    while (this.word(1) !== "" && !this.isStop(1)) words.push(this.take().image);
    return words.join(" ");
  }

  #readLines(walk: Walk): SlotValue {
    if (!this.isAhead(1, tokens.TextBlockStart)) {
      this.fail(textBlockMessages.linesNeeded(walk.title, describeToken(this.LA(1))));
    }
    const { start } = spanOf(this.take());
    const values: Expression[] = [];
    while (!this.isAhead(1, tokens.TextBlockEnd)) {
      values.push(this.SUBRULE(this.primary));
    }
    this.take();
    return { kind: "rest", values, ...this.spanFrom(start) };
  }

  #readValue(slot: Slot, walk: Walk): Expression {
    if (slot.primary) return this.nested(() => this.SUBRULE(this.primary));
    return this.nested(() => this.SUBRULE(this.expression, { ARGS: [walk.minimum] }));
  }

  protected signAhead(): boolean {
    return tokens.SIGNS.has(this.LA(1).tokenType);
  }

  /** A sign with a blank before it and none after it belongs to the value: `TO -x`. */
  protected prefixAhead(ahead: number): boolean {
    return (
      tokens.SIGNS.has(this.LA(ahead).tokenType) &&
      !this.adjacent(ahead) &&
      this.adjacent(ahead + 1)
    );
  }
}
