import { resolveCall, resolveName } from "../check/resolve.ts";
import type { VariableSlot } from "../check/scope.ts";
import type { CallExpression, Expression, NameExpression } from "../syntax/ast.ts";
import { compileFunctionCall } from "./call-function.ts";
import { compileProcedureCall } from "./call-procedure.ts";
import { constant } from "./code.ts";
import type { ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { raising } from "./command.ts";
import { readError } from "./error-state.ts";
import { gather } from "./gather.ts";
import { indexAt } from "./member.ts";
import { readVariable } from "./variable.ts";

/** Compiles a name: a variable, a function without arguments, or null where it is never set. */
export function compileName({ name, ...span }: NameExpression, context: BodyContext): ValueCode {
  const target = resolveName(context.script.checked.names, context.body.scope, name);
  switch (target?.kind) {
    case undefined:
      return constant(null);
    case "variable":
      return readVariable(target.slot);
    case "error":
      return readError(target.part);
    case "procedure":
      return compileProcedureCall(target.procedure.key, [], span, context);
    case "function":
      return compileFunctionCall(target.entry, [], span, context);
  }
}

/** Compiles `name(…)`: an element of a list, or a call of the user's or a library function. */
export function compileCall(call: CallExpression, context: BodyContext): ValueCode {
  const target = resolveCall(context.script.checked.names, context.body.scope, call.name);
  switch (target?.kind) {
    case undefined:
      throw new Error(`${call.name.text} has no meaning`);
    case "element":
      return compileElement(target.slot, call.args, context);
    case "procedure":
      return compileProcedureCall(target.procedure.key, call.args, call, context);
    case "function":
      return compileFunctionCall(target.entry, call.args, call, context);
    case "lacking":
      return raising(target.phrase, context.site(call));
  }
}

/** Compiles `a(i, j)` as `a[i][j]`. */
export function compileElement(
  slot: VariableSlot,
  indices: readonly Expression[],
  context: BodyContext,
): ValueCode {
  const sites = indices.map((index) => context.site(index));
  const codes = [readVariable(slot), ...indices.map((index) => context.expression(index))];
  return gather(codes, context, ([list = null, ...at]) =>
    sites.reduce((target, site, index) => indexAt(site, target, at[index] ?? null), list),
  );
}
