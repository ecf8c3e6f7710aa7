import { functionNames } from "../../src/functions/index.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Span } from "../../src/source/span.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import type { BinaryOperator, Block, Expression, Phrase, Statement } from "../../src/syntax/ast.ts";
import { childExpressions, innerBlocks, walkBlock } from "../../src/check/walk.ts";
import { createParser } from "../../src/syntax/parser.ts";

/** A script with one mistake in it. */
export interface Mutant {
  /** Of the mistake, 1-based. */
  readonly line: number;
  /** What was changed: `deleted: PRINT "OK"`. */
  readonly change: string;
  readonly text: string;
}

/** What may stand in the place of an operator. */
const OTHER_OPERATORS: ReadonlyMap<BinaryOperator, string> = new Map([
  ["=", "<>"],
  ["<>", "="],
  ["<", ">="],
  [">=", "<"],
  [">", "<="],
  ["<=", ">"],
  ["AND", "OR"],
  ["OR", "AND"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["CONTAINS", "="],
]);

const OTHER_METHODS: ReadonlyMap<string, string> = new Map([
  ["POST", "PUT"],
  ["GET", "PUT"],
]);

const parse = createParser(statements, knownPhrases, functionNames);

/** Makes every mutant of a script; some of them may be no scripts any more. */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const tree = parse(new SourceFile(path, text), (message) => {
    throw new Error(`${path}: ${message.message}`);
  });
  const mutation = new Mutation(new SourceFile(path, text));
  mutation.block(tree.body);
  for (const { phrase, body, ...span } of tree.declarations) {
    mutation.delete(span);
    mutation.phrase(phrase);
    mutation.block(body);
  }
  for (const { body } of tree.procedures) mutation.block(body);
  return mutation.mutants;
}

/** Collects the mutants of one script. */
class Mutation {
  readonly mutants: Mutant[] = [];
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  block(block: Block): void {
    walkBlock(block, {
      statement: (statement) => {
        this.#statement(statement);
      },
      expression: (expression) => {
        this.#expression(expression);
      },
    });
  }

  /** The method of a handler is a word, its path a text. */
  phrase({ slots }: Phrase): void {
    for (const slot of slots.values()) {
      if (slot.kind === "expression") this.#expression(slot.value);
      const other = slot.kind === "word" ? OTHER_METHODS.get(slot.word) : undefined;
      if (other !== undefined) this.#replace(slot, other);
    }
  }

  /** The LET of an assignment is no part of its place. */
  delete({ start, end }: Span): void {
    const before = /\bLET[ \t]+$/i.exec(this.#file.text.slice(0, start));
    this.#add({ start: before?.index ?? start, end }, "", "deleted");
  }

  #statement(statement: Statement): void {
    this.delete(statement);
    if (statement.kind === "phrase-statement") this.#words(statement.phrase);
    if (statement.kind !== "if") return;
    for (const { condition } of statement.branches) {
      for (const constant of ["TRUE", "FALSE"]) this.#replace(condition, constant);
    }
    for (const block of innerBlocks(statement)) {
      const [first, last] = [block.at(0), block.at(-1)];
      if (first === undefined || last === undefined || block.length === 1) continue;
      this.delete({ start: first.start, end: last.end });
    }
  }

  #words({ slots }: Phrase): void {
    const values = [...slots.values()].flatMap((slot) =>
      slot.kind === "expression" ? [slot.value] : slot.kind === "rest" ? slot.values : [],
    );
    // What is handed on may be mixed up.
    const [one, other] = values;
    if (one !== undefined && other !== undefined) this.#swap(one, other);
  }

  #expression(expression: Expression): void {
    if (expression.kind === "literal") this.#literal(expression, expression.value);
    if (expression.kind === "binary") this.#binary(expression);
    const [one, other] = expression.kind === "call" ? childExpressions(expression) : [];
    if (one !== undefined && other !== undefined) this.#swap(one, other);
  }

  #literal(span: Span, value: null | boolean | number | string): void {
    if (typeof value === "number") this.#replace(span, String(value + 1));
    else if (typeof value === "boolean") this.#replace(span, value ? "FALSE" : "TRUE");
    else if (value === null || value === "") this.#replace(span, '"mutant"');
    else {
      this.#replace(span, '""');
      this.#replace(span, `"${value.replaceAll('"', '""')}~"`);
    }
  }

  #binary({ operator, operatorSpan, left, right }: Extract<Expression, { kind: "binary" }>): void {
    const other = OTHER_OPERATORS.get(operator);
    if (other !== undefined) this.#replace(operatorSpan, other);
    if (operator !== "+" && operator !== "&") return;
    const whole = { start: left.start, end: right.end };
    for (const side of [left, right]) this.#replace(whole, this.#textOf(side));
  }

  #swap(one: Span, other: Span): void {
    const between = this.#file.text.slice(one.end, other.start);
    const whole = { start: one.start, end: other.end };
    this.#replace(whole, `${this.#textOf(other)}${between}${this.#textOf(one)}`);
  }

  #replace(span: Span, text: string): void {
    this.#add(span, text, `${this.#shown(span)} became ${text}`);
  }

  #add({ start, end }: Span, replacement: string, what: string): void {
    const { text } = this.#file;
    const { line } = this.#file.position(start);
    const change = replacement === "" ? `${what}: ${this.#shown({ start, end })}` : what;
    this.mutants.push({ line, change, text: text.slice(0, start) + replacement + text.slice(end) });
  }

  #textOf({ start, end }: Span): string {
    return this.#file.text.slice(start, end);
  }

  #shown(span: Span): string {
    return this.#textOf(span).replaceAll(/\s+/g, " ").slice(0, 80);
  }
}
