import { calledProcedure } from "../check/resolve.ts";
import { locate } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import type { SpawnStatement } from "../syntax/ast.ts";
import { compileArguments } from "./call-procedure.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileDropped } from "./dropped.ts";
import { gather } from "./gather.ts";

/** Compiles SPAWN, which notes the call with its arguments as they are now. */
export function compileSpawn(
  { call, ...span }: SpawnStatement,
  context: BodyContext,
): StatementCode {
  const { names } = context.script.checked;
  const procedure = calledProcedure(names, context.body.scope, call);
  if (procedure === undefined) throw new Error("SPAWN without a SUB");
  const codes = compileArguments(procedure, call.args, context);
  const site = context.site(span);
  const spawn = (args: readonly Value[], frame: Frame): Value => {
    try {
      frame.run.context.spawn({ procedure: procedure.key, args });
      return null;
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
  return compileDropped(gather(codes, context, spawn), context);
}
