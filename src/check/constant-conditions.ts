import { isTrue as isTrueValue } from "../runtime/value/truth.ts";
import type { Expression } from "../syntax/ast.ts";

/** Tells whether a condition is true whatever happens, as `TRUE`, `1` and `NOT FALSE` are. */
export function isTrue(condition: Expression): boolean {
  return truthOf(condition) === true;
}

/** Tells whether a condition is false whatever happens. */
export function isFalse(condition: Expression): boolean {
  return truthOf(condition) === false;
}

function truthOf(condition: Expression): boolean | undefined {
  if (condition.kind === "literal") return isTrueValue(condition.value);
  if (condition.kind !== "unary" || condition.operator !== "NOT") return undefined;
  const inner = truthOf(condition.operand);
  return inner === undefined ? undefined : !inner;
}
