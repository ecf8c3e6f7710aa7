import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { action, turning, waiting } from "./code.ts";
import type { StatementCode } from "./code.ts";
import type { Finish } from "./gather.ts";
import type { ProcedureCode } from "./procedure-code.ts";
import { asScriptError } from "./script-error.ts";

/** Makes the body of a SUB or FUNCTION ask for a double each time that it begins. */
export function replaceable(
  code: StatementCode,
  { checked: { procedure }, site, convertResult }: ProcedureCode,
): StatementCode {
  /** Sets what the call gives. @returns false where the body has to run */
  const isReplaced = (frame: Frame): boolean => {
    const double = doubleOf(procedure.key, frame.locals.slice(0, frame.given), frame, site);
    if (double === undefined) return false;
    frame.result = convertResult === undefined ? double.value : convertResult(double.value);
    return true;
  };
  switch (code.colour) {
    case "sync":
      return action((frame) => (isReplaced(frame) ? Signal.return : code.run(frame)));
    case "turning":
      return turning((frame) => (isReplaced(frame) ? Signal.return : code.run(frame)));
    case "async":
      return waiting(async (frame) => (isReplaced(frame) ? Signal.return : code.run(frame)));
  }
}

/** Makes the call of a library function ask for a double. */
export function replaceableCall(name: string, call: Finish, site: Site): Finish {
  return (values, frame) => {
    const double = doubleOf(name, values, frame, site);
    return double === undefined ? call(values, frame) : double.value;
  };
}

function doubleOf(
  key: string,
  args: Parameters<Finish>[0],
  { run }: Frame,
  site: Site,
): { readonly value: ReturnType<Finish> } | undefined {
  try {
    return run.context.doubles?.call(key, args);
  } catch (error) {
    throw locate(asScriptError(error, site), site.file, site.span);
  }
}
