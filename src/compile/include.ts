import { WAS_INCLUDED } from "../check/scope.ts";
import type { CheckedFile } from "../check/script.ts";
import { BasicError } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import type { IncludeStatement } from "../syntax/ast.ts";
import { compileBody } from "./body.ts";
import { action, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { asScriptError } from "./script-error.ts";

/**
 * Compiles INCLUDE, which runs the top level of a file the first time that a run comes to it. RETURN
 * ends that top level only, EXIT the run.
 */
export function compileInclude(statement: IncludeStatement, context: BodyContext): StatementCode {
  const { script, isEntry } = context;
  const file = includedFile(statement, context);
  const code = compileBody({ ...script, checked: file }, file.main, { isEntry });
  const slot = file.main.scope.find(WAS_INCLUDED)?.index ?? -1;
  const call = { name: `INCLUDE "${statement.path.text}"`, site: context.site(statement) };
  if (code.colour === "sync" && context.maySync) {
    return action(function include(frame: Frame): Signal {
      if (!isFirst(frame, slot)) return Signal.next;
      try {
        return signalAfter(code.run(topFrame(frame)));
      } catch (error) {
        throw passInclude(error, call);
      }
    });
  }
  return waiting(async function includeWaiting(frame: Frame): Promise<Signal> {
    if (!isFirst(frame, slot)) return Signal.next;
    try {
      return signalAfter(await code.run(topFrame(frame)));
    } catch (error) {
      throw passInclude(error, call);
    }
  });
}

function includedFile(statement: IncludeStatement, { script }: BodyContext): CheckedFile {
  const file = script.checked.included.get(statement);
  if (file === undefined) throw new Error(`${statement.path.text} was not read`);
  return file;
}

/** All top levels of a script have their variables in one place, each its own ones. */
function topFrame({ run, globals }: Frame): Frame {
  return new Frame(run, globals, globals);
}

function isFirst({ globals }: Frame, slot: number): boolean {
  if (globals[slot] === true) return false;
  globals[slot] = true;
  return true;
}

function signalAfter(signal: Signal): Signal {
  return signal === Signal.endRun ? signal : Signal.next;
}

/** Adds the INCLUDE to the error that passes it. */
function passInclude(passing: unknown, call: { readonly name: string; readonly site: Site }) {
  const error = asScriptError(passing, call.site);
  if (error instanceof BasicError) error.frames.push({ name: call.name, ...call.site });
  return error;
}
