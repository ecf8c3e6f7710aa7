import type { ArgumentType } from "../runtime/value/convert.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Expression } from "../syntax/ast.ts";
import { areSync } from "./code.ts";
import type { SyncRun, SyncValue, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { argumentConversion, converted } from "./convert.ts";
import type { Conversion } from "./convert.ts";
import { gather } from "./gather.ts";
import type { Finish } from "./gather.ts";

/** An argument of a library function or a phrase: what gives it, and what makes it fit. */
export interface Argument<C extends ValueCode = ValueCode> {
  readonly code: C;
  readonly convert: Conversion;
  /** The `typeof` of what needs no conversion. */
  readonly fits: "string" | "number" | undefined;
}

/** Compiles an argument; errors of its conversion get its place. */
export function compileArgument(
  expression: Expression,
  type: ArgumentType,
  context: BodyContext,
): Argument {
  return {
    code: context.expression(expression),
    convert: argumentConversion(type, context.site(expression)),
    fits: type === "text" ? "string" : type === "number" ? "number" : undefined,
  };
}

/** Compiles an expression that is made of its converted arguments. */
export function gatherArguments(
  args: readonly Argument[],
  context: BodyContext,
  finish: Finish,
): ValueCode {
  const codes = args.map(({ code, convert }) => converted(code, convert, context));
  return gather(codes, context, finish);
}

/** Narrows a list of arguments to one that never waits. */
export function neverWait(args: readonly Argument[]): args is readonly Argument<SyncValue>[] {
  return areSync(args.map(({ code }) => code));
}

/** Makes what reads an argument: variables and constants in place, without a call for what fits. */
export function argumentReader({ code, convert, fits }: Argument<SyncValue>): SyncRun<Value> {
  const { run, slot, constant } = code;
  if (typeof constant === fits) return run;
  return function readConverted(frame) {
    const value = slot < 0 ? run(frame) : (frame.locals[slot] ?? null);
    return typeof value === fits ? value : convert(value);
  };
}
