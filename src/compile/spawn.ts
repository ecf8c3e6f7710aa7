import { calledProcedure } from "../check/resolve.ts";
import { locate } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { SpawnStatement } from "../syntax/ast.ts";
import { compileArguments } from "./call-procedure.ts";
import { waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { evaluateAll } from "./gather.ts";

/**
 * Compiles SPAWN, which waits until the job is recorded and no longer. The script stands still
 * until then, so that the arguments are recorded as they are now.
 */
export function compileSpawn(
  { call, ...span }: SpawnStatement,
  context: BodyContext,
): StatementCode {
  const { names } = context.script.checked;
  const procedure = calledProcedure(names, context.body.scope, call);
  if (procedure === undefined) throw new Error("SPAWN without a SUB");
  const codes = compileArguments(procedure, call.args, context);
  const site = context.site(span);
  return waiting(async function spawnJob(frame: Frame): Promise<Signal> {
    const args = await evaluateAll(codes, frame);
    try {
      await frame.run.context.spawn({ procedure: procedure.key, args });
      return Signal.next;
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  });
}
