import type { Frame } from "../runtime/frame.ts";
import type { Site } from "../runtime/error.ts";
import type { Value } from "../runtime/value/value.ts";
import type { BinaryExpression } from "../syntax/ast.ts";
import { makeAdd, makeDivide, makeModulo, makeMultiply, makeSubtract } from "./arithmetic.ts";
import { computed, waiting } from "./code.ts";
import type { SyncRun, SyncValue, ValueCode } from "./code.ts";
import {
  makeEquality,
  makeGreater,
  makeGreaterOrEqual,
  makeLess,
  makeLessOrEqual,
} from "./comparison.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, compileConverted } from "./convert.ts";
import { compileLogic } from "./logic.ts";
import { applyAt, operations } from "./operations.ts";
import type { Operation, StrictOperator } from "./operations.ts";

/** Compiles `left operator right`. */
export function compileBinary(expression: BinaryExpression, context: BodyContext): ValueCode {
  const { operator } = expression;
  if (operator === "AND" || operator === "OR" || operator === "??") {
    return compileLogic(operator, expression, context);
  }
  // Text at once, so that what the right side does to a list is not seen on the left.
  const left =
    operator === "&"
      ? compileConverted(expression.left, (site) => argumentConversion("text", site), context)
      : context.expression(expression.left);
  const right = context.expression(expression.right);
  const site = context.site(expression.operatorSpan);
  if (left.colour === "sync" && right.colour === "sync" && context.maySync) {
    return computed(makeSync(operator, left, right, site));
  }
  return waiting(makeAsync(operations[operator], left, right, site));
}

function makeSync(
  operator: StrictOperator,
  left: SyncValue,
  right: SyncValue,
  site: Site,
): SyncRun<Value> {
  switch (operator) {
    case "+":
      return makeAdd(left, right, site);
    case "-":
      return makeSubtract(left, right, site);
    case "*":
      return makeMultiply(left, right, site);
    case "/":
      return makeDivide(left, right, site);
    case "MOD":
      return makeModulo(left, right, site);
    case "=":
      return makeEquality(left, right, site, true);
    case "<>":
      return makeEquality(left, right, site, false);
    case "<":
      return makeLess(left, right, site);
    case "<=":
      return makeLessOrEqual(left, right, site);
    case ">":
      return makeGreater(left, right, site);
    case ">=":
      return makeGreaterOrEqual(left, right, site);
    default:
      return makeGeneral(operations[operator], left, right, site);
  }
}

function makeGeneral(
  operation: Operation,
  left: SyncValue,
  right: SyncValue,
  site: Site,
): SyncRun<Value> {
  const { run: readLeft } = left;
  const { run: readRight } = right;
  return function applyOperator(frame: Frame): Value {
    const a = readLeft(frame);
    return applyAt(site, operation, a, readRight(frame), frame.run.context.limits);
  };
}

function makeAsync(operation: Operation, left: ValueCode, right: ValueCode, site: Site) {
  return async function applyOperatorWaiting(frame: Frame): Promise<Value> {
    // One after the other, so that effects keep the order of the source.
    const a = await left.run(frame);
    const b = await right.run(frame);
    return applyAt(site, operation, a, b, frame.run.context.limits);
  };
}
