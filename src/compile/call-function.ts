import type { FunctionEntry, FunctionParameter } from "../functions/define.ts";
import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Span } from "../source/span.ts";
import type { Expression } from "../syntax/ast.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, compileConverted } from "./convert.ts";
import { gather } from "./gather.ts";
import type { Finish } from "./gather.ts";

/** Compiles a call of a library function. */
export function compileFunctionCall(
  entry: FunctionEntry,
  args: readonly Expression[],
  span: Span,
  context: BodyContext,
): ValueCode {
  const codes = compileArguments(entry, args, 0, context);
  return gather(codes, context, invoker(entry, context.site(span)));
}

/**
 * Compiles the arguments of a library function or method, each converted to what it takes.
 * @param given how many parameters are filled by other means, as by the value before a dot
 */
export function compileArguments(
  { parameters }: FunctionEntry,
  args: readonly Expression[],
  given: number,
  context: BodyContext,
): readonly ValueCode[] {
  return args.map((arg, index) => {
    const type = parameterAt(parameters, index + given)?.type ?? "any";
    return compileConverted(arg, (site) => argumentConversion(type, site), context);
  });
}

/** Makes what calls a library function with its converted arguments, at a place. */
export function invoker(entry: FunctionEntry, site: Site): Finish {
  const { parameters } = entry;
  if (parameters.at(-1)?.mode === "rest") {
    const fixed = parameters.length - 1;
    return function callWithRest(values, frame) {
      return invokeAt(site, entry, spread(values, fixed), frame);
    };
  }
  // Bodies destructure their arguments, so an optional one that is left out reads as undefined.
  return function callFunction(values, frame) {
    return invokeAt(site, entry, values, frame);
  };
}

function parameterAt(
  parameters: readonly FunctionParameter[],
  index: number,
): FunctionParameter | undefined {
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.mode === "rest" ? last : undefined);
}

/** Puts what is left after the fixed parameters into a list; missing ones stay undefined. */
function spread(values: readonly Value[], fixed: number): unknown[] {
  const args: unknown[] = Array.from({ length: fixed }, (_, index) => values[index]);
  args.push(values.slice(fixed));
  return args;
}

function invokeAt(site: Site, entry: FunctionEntry, args: readonly unknown[], frame: Frame): Value {
  try {
    return entry.invoke(args, frame.run.context);
  } catch (error) {
    throw locate(error, site.file, site.span);
  }
}
