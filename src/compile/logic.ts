import type { Frame } from "../runtime/frame.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Value } from "../runtime/value/value.ts";
import type { BinaryExpression, ConditionalExpression } from "../syntax/ast.ts";
import { computed, waiting } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedTest, countedValue, countersOf } from "./coverage/counting.ts";

type LogicOperator = "AND" | "OR" | "??";

/**
 * Tells which first operands are the result without a look at the second one: `AND` gives the first
 * false operand, `OR` the first true one, `??` the first that is not null; each else its last.
 */
const decides: Readonly<Record<LogicOperator, (first: Value) => boolean>> = {
  AND: (first) => !isTrue(first),
  OR: isTrue,
  "??": (first) => first !== null,
};

/** Compiles the operators that evaluate their second operand only where it matters. */
export function compileLogic(
  operator: LogicOperator,
  { left, right }: BinaryExpression,
  context: BodyContext,
): ValueCode {
  const first = context.expression(left);
  const [isFirst, isSecond] = countersOf(
    "logic",
    { start: left.start, end: right.end },
    [left, right],
    context,
  );
  const second = countedValue(context.expression(right), isSecond);
  const isResult = countedTest(decides[operator], isFirst);
  if (first.colour === "sync" && second.colour === "sync" && context.maySync) {
    const { run: readFirst } = first;
    const { run: readSecond } = second;
    return computed(function chooseOperand(frame: Frame): Value {
      const value = readFirst(frame);
      return isResult(value) ? value : readSecond(frame);
    });
  }
  return waiting(async function chooseOperandWaiting(frame: Frame): Promise<Value> {
    const value = await first.run(frame);
    return isResult(value) ? value : second.run(frame);
  });
}

/** Compiles `condition ? a : b`. */
export function compileConditional(
  expression: ConditionalExpression,
  context: BodyContext,
): ValueCode {
  const condition = context.expression(expression.condition);
  const paths = [expression.whenTrue, expression.whenFalse];
  const [isTaken, isLeft] = countersOf("choice", expression, paths, context);
  const whenTrue = countedValue(context.expression(expression.whenTrue), isTaken);
  const whenFalse = countedValue(context.expression(expression.whenFalse), isLeft);
  if (
    condition.colour === "sync" &&
    whenTrue.colour === "sync" &&
    whenFalse.colour === "sync" &&
    context.maySync
  ) {
    const { run: test } = condition;
    const { run: readTrue } = whenTrue;
    const { run: readFalse } = whenFalse;
    return computed(function chooseValue(frame: Frame): Value {
      return isTrue(test(frame)) ? readTrue(frame) : readFalse(frame);
    });
  }
  return waiting(async function chooseValueWaiting(frame: Frame): Promise<Value> {
    const chosen = isTrue(await condition.run(frame)) ? whenTrue : whenFalse;
    return chosen.run(frame);
  });
}
