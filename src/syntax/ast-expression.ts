import type { Span } from "../source/span.ts";
import type { CommandExpression } from "./ast-command.ts";
import type { Pattern, PhraseEntry } from "./pattern.ts";

/**
 * A name as scripts write it. `key` is the upper-case form with its sigil and is what names are
 * compared by: `a$`, `A$` are one variable, `A` is another.
 */
export interface Identifier extends Span {
  readonly text: string;
  readonly key: string;
}

export type BinaryOperator =
  | "^"
  | "*"
  | "/"
  | "\\"
  | "MOD"
  | "+"
  | "-"
  | "&"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "LIKE"
  | "IN"
  | "CONTAINS"
  | "STARTS WITH"
  | "ENDS WITH"
  | "AND"
  | "OR"
  | "XOR"
  | "??";

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | MethodExpression
  | ProcedureCallExpression
  | PhraseExpression
  | UnaryExpression
  | BinaryExpression
  | NullTestExpression
  | ConditionalExpression
  | ListExpression
  | ObjectExpression
  | WithSubjectExpression
  | CommandExpression
  | BrokenExpression;

export interface LiteralExpression extends Span {
  readonly kind: "literal";
  readonly value: null | boolean | number | string;
}
/** `"a ${b} c"`: text parts and expressions in the order of the source. */
export interface TemplateExpression extends Span {
  readonly kind: "template";
  readonly parts: readonly (string | Expression)[];
}
export interface NameExpression extends Span {
  readonly kind: "name";
  readonly name: Identifier;
}
/** `target.property`; `optional` where it was written `?.` (reading is null-safe either way). */
export interface MemberExpression extends Span {
  readonly kind: "member";
  readonly target: Expression;
  readonly property: Identifier;
  readonly optional: boolean;
}
/** `target[index]`, 0-based. */
export interface IndexExpression extends Span {
  readonly kind: "index";
  readonly target: Expression;
  readonly index: Expression;
}
/** `NAME(a, b)`: a function, the user's or built in, or an element of a DIMmed list. */
export interface CallExpression extends Span {
  readonly kind: "call";
  readonly name: Identifier;
  readonly args: readonly Expression[];
}
/** `value.method(a, b)`. */
export interface MethodExpression extends Span {
  readonly kind: "method";
  readonly target: Expression;
  readonly method: Identifier;
  readonly args: readonly Expression[];
  readonly optional: boolean;
}
/** A call of the user's own FUNCTION (or SUB) by its words: `GET TEXT "key" IN LANG$`. */
export interface ProcedureCallExpression extends Span {
  readonly kind: "procedure-call";
  /** The header's key, as `Procedure.key`. */
  readonly procedure: string;
  readonly args: readonly Expression[];
}
/** A phrase of the registry that gives a value: `GET JSON PATH obj, "a.b"`. */
export interface PhraseExpression extends Span {
  readonly kind: "phrase";
  readonly phrase: Phrase;
}
export interface UnaryExpression extends Span {
  readonly kind: "unary";
  readonly operator: "-" | "+" | "NOT";
  readonly operand: Expression;
}
export interface BinaryExpression extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}
/** `x IS NULL`, `x IS NOT NULL`. */
export interface NullTestExpression extends Span {
  readonly kind: "null-test";
  readonly operand: Expression;
  readonly negated: boolean;
}
export interface ConditionalExpression extends Span {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface ListExpression extends Span {
  readonly kind: "list";
  readonly items: readonly Expression[];
}
export interface ObjectExpression extends Span {
  readonly kind: "object";
  readonly members: readonly ObjectMember[];
}
export interface ObjectMember extends Span {
  readonly key: string;
  readonly value: Expression;
}
/** What the WITH block around is about; it is read where a member begins with a dot. */
export interface WithSubjectExpression extends Span {
  readonly kind: "with-subject";
  readonly subject: WithSubject;
}
/** One WITH block, as the members inside it name it. */
export interface WithSubject extends Span {
  /** Where its value is kept while the block runs; no name of a script is like it. */
  readonly key: string;
}
/** An operand that was reported already; nothing more is said about it. */
export interface BrokenExpression extends Span {
  readonly kind: "broken";
}

/** One use of a registered phrase, its slots filled in the order of the source. */
export interface Phrase extends Span {
  readonly entry: PhraseEntry;
  readonly pattern: Pattern;
  readonly slots: ReadonlyMap<string, SlotValue>;
}
export type SlotValue = ExpressionSlot | RestSlot | WordSlot;
export interface ExpressionSlot extends Span {
  readonly kind: "expression";
  readonly value: Expression;
}
/** Expressions with commas between, or the lines of a text block. */
export interface RestSlot extends Span {
  readonly kind: "rest";
  readonly values: readonly Expression[];
}
/** A word that is no expression, such as the method of `ON WEBHOOK POST`; upper case. */
export interface WordSlot extends Span {
  readonly kind: "word";
  readonly word: string;
}
