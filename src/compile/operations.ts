import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import {
  add,
  concat,
  divide,
  modulo,
  multiply,
  power,
  subtract,
  wholeDivide,
} from "../runtime/value/arithmetic.ts";
import { equals, order } from "../runtime/value/compare.ts";
import { checkTextLength, type ValueLimits } from "../runtime/value/limits.ts";
import { contains, endsWith, isIn, like, startsWith } from "../runtime/value/membership.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Value } from "../runtime/value/value.ts";
import type { BinaryOperator } from "../syntax/ast.ts";

/** Operators that evaluate both operands; the others decide by the first one. */
export type StrictOperator = Exclude<BinaryOperator, "AND" | "OR" | "??">;

/** Computes with two values of any kind. @throws BasicError without a place */
export type Operation = (left: Value, right: Value, limits: ValueLimits) => Value;

/** What each operator does with any two values. */
export const operations: Readonly<Record<StrictOperator, Operation>> = {
  "^": power,
  "*": multiply,
  "/": divide,
  "\\": wholeDivide,
  MOD: modulo,
  "+": (left, right, limits) => limited(add(left, right), limits),
  "-": subtract,
  "&": (left, right, limits) => limited(concat(left, right), limits),
  "=": equals,
  "<>": (left, right) => !equals(left, right),
  "<": (left, right) => order(left, right) < 0,
  "<=": (left, right) => order(left, right) <= 0,
  ">": (left, right) => order(left, right) > 0,
  ">=": (left, right) => order(left, right) >= 0,
  LIKE: (left, right) => like(left, right),
  IN: isIn,
  CONTAINS: contains,
  "STARTS WITH": startsWith,
  "ENDS WITH": endsWith,
  XOR: (left, right) => isTrue(left) !== isTrue(right),
};

/** Applies an operation; its errors get the place of the operator. */
export function applyAt(
  site: Site,
  operation: Operation,
  left: Value,
  right: Value,
  limits: ValueLimits,
): Value {
  try {
    return operation(left, right, limits);
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}

function limited(value: Value, limits: ValueLimits): Value {
  if (typeof value === "string") checkTextLength(value.length, limits);
  return value;
}

const COMPARISONS: ReadonlySet<string> = new Set(
  "= <> < <= > >= LIKE IN CONTAINS".split(" ").concat("STARTS WITH", "ENDS WITH"),
);

/** Tells whether an operator compares its two sides, both of which it evaluates. */
export function isComparison(operator: string): operator is StrictOperator {
  return COMPARISONS.has(operator);
}
