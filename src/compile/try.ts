import { isCatchable, takeError } from "../runtime/caught.ts";
import type { Frame } from "../runtime/frame.ts";
import { RunEnd } from "../runtime/run-end.ts";
import type { Signal } from "../runtime/signal.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CatchPart, TryStatement } from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { variableSlot } from "./assignment.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { sigilConversion } from "./convert.ts";

/**
 * Compiles TRY. FINALLY runs however the parts before it ended, unless the run as a whole is over:
 * a limit, an end from outside, a bug.
 */
export function compileTry(statement: TryStatement, context: BodyContext): StatementCode {
  const { handler, cleanup } = statement;
  const body = context.insideTry().block(statement.body);
  const caught = handler === undefined ? body : compileCatch(body, handler, context);
  return cleanup === undefined ? caught : finishWith(caught, context.block(cleanup), context);
}

function compileCatch(
  body: StatementCode,
  handler: CatchPart,
  context: BodyContext,
): StatementCode {
  const keep = makeKeep(handler, context);
  const code = context.block(handler.body);
  if (body.colour === "sync" && code.colour === "sync" && context.maySync) {
    const { run: attempt } = body;
    const { run: handle } = code;
    return action(function runTry(frame: Frame): Signal {
      try {
        return attempt(frame);
      } catch (error) {
        keep(frame, takeError(error, frame.run));
      }
      return handle(frame);
    });
  }
  return waiting(async function runTryWaiting(frame: Frame): Promise<Signal> {
    try {
      return await body.run(frame);
    } catch (error) {
      keep(frame, takeError(error, frame.run));
    }
    return code.run(frame);
  });
}

/** Makes what puts an error into the variable of CATCH. */
function makeKeep(
  { variable }: CatchPart,
  context: BodyContext,
): (frame: Frame, error: Value) => void {
  if (variable === undefined) return () => undefined;
  const { where, index } = variableSlot(variable, context);
  const convert = sigilConversion(sigilOf(variable.key), context.site(variable));
  return (frame, error) => {
    const slots = where === "global" ? frame.globals : frame.locals;
    slots[index] = convert === undefined ? error : convert(error);
  };
}

function finishWith(
  code: StatementCode,
  cleanup: StatementCode,
  context: BodyContext,
): StatementCode {
  if (code.colour === "sync" && cleanup.colour === "sync" && context.maySync) {
    const { run: attempt } = code;
    const { run: cleanUp } = cleanup;
    return action(function runFinally(frame: Frame): Signal {
      let signal: Signal;
      try {
        signal = attempt(frame);
      } catch (error) {
        if (cleansUpAfter(error, frame)) cleanUp(frame);
        throw error;
      }
      cleanUp(frame);
      return signal;
    });
  }
  return waiting(async function runFinallyWaiting(frame: Frame): Promise<Signal> {
    let signal: Signal;
    try {
      signal = await code.run(frame);
    } catch (error) {
      if (cleansUpAfter(error, frame)) await cleanup.run(frame);
      throw error;
    }
    await cleanup.run(frame);
    return signal;
  });
}

function cleansUpAfter(error: unknown, { run }: Frame): boolean {
  return error instanceof RunEnd || isCatchable(error, run);
}
