import type { TokenType } from "chevrotain";
import type { Span } from "../source/span.ts";
import type { BinaryOperator, Expression, UnaryExpression } from "./ast.ts";
import * as tokens from "./tokens.ts";
import * as words from "./words.ts";

interface InfixEntry {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

/** Loosest is 1; a higher number binds tighter. `?:` is looser than all of them. */
const CHOICE = 1;
const EXCLUSION = 2;
const DISJUNCTION = 3;
const CONJUNCTION = 4;
/** How tightly prefix NOT binds. */
export const NEGATION = 5;
/** How tightly comparisons bind, and `IS NULL`. */
export const COMPARISON = 6;
const JOINING = 7;
const SUM = 8;
/** How tightly a sign before a value binds. */
export const SIGN = 12;

/** The loosest operators that an argument of a phrase function takes. */
export const ADDITIVE = JOINING;

const INFIX = new Map<TokenType, InfixEntry>([
  [tokens.Coalesce, { operator: "??", precedence: CHOICE }],
  [words.Xor, { operator: "XOR", precedence: EXCLUSION }],
  [words.Or, { operator: "OR", precedence: DISJUNCTION }],
  [tokens.DoubleBar, { operator: "OR", precedence: DISJUNCTION }],
  [words.And, { operator: "AND", precedence: CONJUNCTION }],
  [tokens.DoubleAmpersand, { operator: "AND", precedence: CONJUNCTION }],
  [tokens.Equal, { operator: "=", precedence: COMPARISON }],
  [tokens.NotEqual, { operator: "<>", precedence: COMPARISON }],
  [tokens.Less, { operator: "<", precedence: COMPARISON }],
  [tokens.LessOrEqual, { operator: "<=", precedence: COMPARISON }],
  [tokens.Greater, { operator: ">", precedence: COMPARISON }],
  [tokens.GreaterOrEqual, { operator: ">=", precedence: COMPARISON }],
  [words.Like, { operator: "LIKE", precedence: COMPARISON }],
  [words.In, { operator: "IN", precedence: COMPARISON }],
  [words.Contains, { operator: "CONTAINS", precedence: COMPARISON }],
  [words.Starts, { operator: "STARTS WITH", precedence: COMPARISON }],
  [words.Ends, { operator: "ENDS WITH", precedence: COMPARISON }],
  [tokens.Ampersand, { operator: "&", precedence: JOINING }],
  [tokens.Plus, { operator: "+", precedence: SUM }],
  [tokens.Minus, { operator: "-", precedence: SUM }],
  [words.Mod, { operator: "MOD", precedence: 9 }],
  [tokens.Percent, { operator: "MOD", precedence: 9 }],
  [tokens.WholeDivide, { operator: "\\", precedence: 10 }],
  [tokens.Times, { operator: "*", precedence: 11 }],
  [tokens.Divide, { operator: "/", precedence: 11 }],
  [tokens.Power, { operator: "^", precedence: 13 }],
]);

/** Operators that may be written with NOT before them: `x NOT IN list`. */
export const NEGATABLE: ReadonlySet<TokenType> = new Set([
  words.Like,
  words.In,
  words.Contains,
  words.Starts,
  words.Ends,
]);

/** Returns the precedence of an infix token, or undefined where it is none. */
export function precedenceOf(type: TokenType): number | undefined {
  return type === words.Is ? COMPARISON : INFIX.get(type)?.precedence;
}

const BY_OPERATOR: ReadonlyMap<BinaryOperator, number> = new Map(
  [...INFIX.values()].map(({ operator, precedence }) => [operator, precedence]),
);

/** Returns how tightly an operator binds; more is tighter. */
export function precedenceOfOperator(operator: BinaryOperator): number {
  return BY_OPERATOR.get(operator) ?? 0;
}

/** One piece of a flat expression, in the order of the source. */
export type Term =
  | { readonly kind: "operand"; readonly expression: Expression }
  | { readonly kind: "prefix"; readonly operator: UnaryExpression["operator"]; readonly span: Span }
  | {
      readonly kind: "infix";
      readonly type: TokenType;
      readonly negated: boolean;
      readonly span: Span;
    }
  | { readonly kind: "null-test"; readonly negated: boolean; readonly span: Span };

/** Turns a flat list of terms, which begins and ends well, into a tree by precedence. */
export function buildTree(terms: readonly Term[]): Expression {
  return new TreeBuilder(terms).climb(0);
}

class TreeBuilder {
  readonly #terms: readonly Term[];
  #at = 0;

  constructor(terms: readonly Term[]) {
    this.#terms = terms;
  }

  climb(minimum: number): Expression {
    let left = this.#unary();
    for (;;) {
      const term = this.#terms[this.#at];
      if (term?.kind === "null-test" && COMPARISON >= minimum) {
        this.#at++;
        const { negated, span } = term;
        left = { kind: "null-test", operand: left, negated, start: left.start, end: span.end };
        continue;
      }
      if (term?.kind !== "infix") return left;
      const entry = INFIX.get(term.type);
      if (entry === undefined || entry.precedence < minimum) return left;
      this.#at++;
      left = this.#join(left, entry, term.negated, term.span);
    }
  }

  #join(left: Expression, entry: InfixEntry, negated: boolean, operatorSpan: Span): Expression {
    const right = this.climb(entry.precedence + 1);
    const span = { start: left.start, end: right.end };
    const { operator } = entry;
    const joined: Expression = { kind: "binary", operator, operatorSpan, left, right, ...span };
    return negated ? { kind: "unary", operator: "NOT", operand: joined, ...span } : joined;
  }

  #unary(): Expression {
    const term = this.#terms[this.#at++];
    if (term?.kind === "operand") return term.expression;
    if (term?.kind !== "prefix")
      throw new Error("an expression begins with an operand or a prefix");
    const operand = this.climb(term.operator === "NOT" ? NEGATION : SIGN + 1);
    const { operator, span } = term;
    // A negative number in the source is a constant to whoever reads it in place.
    if (operator === "-" && operand.kind === "literal" && typeof operand.value === "number") {
      return { kind: "literal", value: -operand.value, start: span.start, end: operand.end };
    }
    return { kind: "unary", operator, operand, start: span.start, end: operand.end };
  }
}
