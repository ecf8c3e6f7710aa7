import { equals, order } from "../../runtime/value/compare.ts";
import { contains, endsWith, like, startsWith } from "../../runtime/value/membership.ts";
import type { Value } from "../../runtime/value/value.ts";

type Comparison = (left: Value, right: Value) => boolean;

const BY_OPERATOR: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ["=", equals],
  ["==", equals],
  ["<>", (left, right) => !equals(left, right)],
  ["!=", (left, right) => !equals(left, right)],
  ["<", ordered((difference) => difference < 0)],
  ["<=", ordered((difference) => difference <= 0)],
  [">", ordered((difference) => difference > 0)],
  [">=", ordered((difference) => difference >= 0)],
  ["LIKE", like],
  ["CONTAINS", contains],
  ["STARTS", startsWith],
  ["ENDS", endsWith],
]);

/** The operators of a criterion that compare, in upper case. */
export const COMPARISONS: readonly string[] = [...BY_OPERATOR.keys()];

/** Gives what an operator of a criterion does; `=` where it is none. */
export function compareBy(operator: string): Comparison {
  return BY_OPERATOR.get(operator.trim().toUpperCase()) ?? equals;
}

/** Tells whether a text is an operator that compares. */
export function isComparison(operator: string): boolean {
  return BY_OPERATOR.has(operator.trim().toUpperCase());
}

/** A field that an item does not have is neither above nor below anything. */
function ordered(test: (difference: number) => boolean): Comparison {
  return (left, right) => left !== null && right !== null && test(order(left, right));
}
