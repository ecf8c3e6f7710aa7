import type { FunctionEntry } from "../../functions/define.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Argument } from "../argument.ts";
import { computed, waiting } from "../code.ts";
import type { BodyContext } from "../context.ts";
import { countersOf } from "./counting.ts";

/** Makes a call of a function such as IIF count which of its values was chosen, where that is asked for. */
export function countedChoice(
  { chooses }: FunctionEntry,
  args: readonly Expression[],
  compiled: readonly Argument[],
  context: BodyContext,
): readonly Argument[] {
  const [first, whenTrue, whenFalse] = args;
  const [condition, ...values] = compiled;
  if (chooses !== true || first === undefined || condition === undefined) return compiled;
  if (whenTrue === undefined || whenFalse === undefined) return compiled;
  const span = { start: first.start, end: whenFalse.end };
  const [isTaken, isLeft] = countersOf("choice", span, [whenTrue, whenFalse], context);
  if (isTaken === undefined || isLeft === undefined) return compiled;
  const { code } = condition;
  const count = (value: Value): Value => {
    (isTrue(value) ? isTaken : isLeft).hits += 1;
    return value;
  };
  const noting =
    code.colour === "async"
      ? waiting(async (frame) => count(await code.run(frame)))
      : computed((frame) => count(code.run(frame)));
  return [{ ...condition, code: noting }, ...values];
}
