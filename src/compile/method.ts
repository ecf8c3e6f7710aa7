import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import type { MethodExpression } from "../syntax/ast.ts";
import { compileArguments, invoker } from "./call-function.ts";
import { argumentReader, neverWait } from "./argument.ts";
import { computed, waiting } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, converted } from "./convert.ts";
import { evaluateAll } from "./gather.ts";

/**
 * Compiles `value.method(…)`: a library function whose first argument stands before the dot. After
 * `?.` a null value gives null, and the arguments are not evaluated.
 */
export function compileMethod(expression: MethodExpression, context: BodyContext): ValueCode {
  const { method, optional } = expression;
  const entry = context.script.checked.names.registry.methods.get(method.key);
  if (entry === undefined) throw new Error(`no method ${method.text}`);
  const target = context.expression(expression.target);
  const args = compileArguments(entry, expression.args, 1, context);
  const type = entry.parameters[0]?.type ?? "any";
  const convert = argumentConversion(type, context.site(expression.target));
  const invoke = invoker(entry, context.site(expression));

  if (target.colour === "sync" && neverWait(args) && context.maySync) {
    const { run: readTarget } = target;
    const reads = args.map(argumentReader);
    return computed(function callMethod(frame: Frame): Value {
      const value = readTarget(frame);
      if (optional && value === null) return null;
      const values = [convert(value)];
      for (const read of reads) values.push(read(frame));
      return invoke(values, frame);
    });
  }
  const codes = args.map(({ code, convert: fit }) => converted(code, fit, context));
  return waiting(async function callMethodWaiting(frame: Frame): Promise<Value> {
    const value = await target.run(frame);
    if (optional && value === null) return null;
    return invoke([convert(value), ...(await evaluateAll(codes, frame))], frame);
  });
}
