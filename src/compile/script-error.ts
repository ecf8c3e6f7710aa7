import { runMessages } from "../diagnostics/codes/run.ts";
import { BasicError, locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";

/**
 * Turns an overflow of JavaScript's own stack into an error of the script. The limit on calls comes
 * first in all but odd scripts: ones whose every level nests calls deep inside an expression.
 */
export function asScriptError(error: unknown, site: Site): unknown {
  if (!(error instanceof RangeError) || !error.message.includes("call stack")) return error;
  return locate(new BasicError(runMessages.stackFull(), { cause: error }), site.file, site.span);
}
