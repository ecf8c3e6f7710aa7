import { negate } from "../runtime/value/arithmetic.ts";
import { toNumber } from "../runtime/value/number.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { NullTestExpression, UnaryExpression } from "../syntax/ast.ts";
import { atSite } from "./at-site.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { gather } from "./gather.ts";

/** Compiles `-x`, `+x` and `NOT x`. */
export function compileUnary(expression: UnaryExpression, context: BodyContext): ValueCode {
  const operand = context.expression(expression.operand);
  const site = context.site(expression);
  switch (expression.operator) {
    case "NOT":
      return gather([operand], context, ([value = null]) => !isTrue(value));
    case "-":
      return gather([operand], context, ([value = null]) =>
        typeof value === "number" ? -value : atSite(site, () => negate(value)),
      );
    case "+":
      return gather([operand], context, ([value = null]) => atSite(site, () => toNumber(value)));
  }
}

/** Compiles `x IS NULL` and `x IS NOT NULL`. */
export function compileNullTest(
  { operand, negated }: NullTestExpression,
  context: BodyContext,
): ValueCode {
  return gather([context.expression(operand)], context, ([value = null]) => {
    return (value === null) !== negated;
  });
}
