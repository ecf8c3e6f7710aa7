import { engineMessages } from "../diagnostics/codes/engine.ts";
import { responseMessages } from "../diagnostics/codes/response.ts";
import { runMessages } from "../diagnostics/codes/run.ts";
import { valueMessages } from "../diagnostics/codes/values.ts";
import { BasicError } from "./error.ts";
import type { RunState } from "./run-state.ts";
import { ErrorValue } from "./value/error-value.ts";

/** Limits hold for what a script does about errors too. */
const LIMITS: ReadonlySet<string> = new Set(
  [
    runMessages.tooManySteps(0),
    runMessages.tooDeep(0),
    runMessages.stackFull(),
    runMessages.tooMuchMemory(0),
    runMessages.cancelled(),
    valueMessages.textTooLong(0),
    valueMessages.listTooLong(0),
    responseMessages.outputTooLong(0),
    responseMessages.logTooLong(0),
    engineMessages.tooManyEffects(0),
  ].map(({ code }) => code),
);

/**
 * Tells whether a script may catch an error: what it or a channel raised, but no limit, no end from
 * outside, nothing of the store and no bug of gbasic.
 */
export function isCatchable(error: unknown, run: RunState): error is BasicError {
  if (run.context.signal.aborted || !(error instanceof BasicError)) return false;
  return !error.isFinal && !LIMITS.has(error.code);
}

/**
 * Takes an error for the script that catches it, which then finds it by ERR and ERROR MESSAGE too.
 * @throws the error itself where no script may catch it
 */
export function takeError(error: unknown, run: RunState): ErrorValue {
  if (!isCatchable(error, run)) throw error;
  const value = new ErrorValue(error);
  run.caught = value;
  return value;
}
