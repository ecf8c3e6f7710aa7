import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Timers } from "../host/timers.ts";
import { BasicError } from "../runtime/error.ts";

/** Why a run was ended from outside. */
export type StopCause = "deadline" | "shutdown" | "caller";

/** The error of a run that was ended from outside; gets the place that the run had reached. */
export class RunStoppedError extends BasicError {
  readonly stop: StopCause;

  constructor(stop: StopCause, detail: Message) {
    super(detail);
    this.name = "RunStoppedError";
    this.stop = stop;
  }
}

/** What ends a run. */
export interface StopSignalOptions {
  readonly timers: Timers;
  /** Milliseconds. */
  readonly deadlineMs: number;
  /** The setting that the deadline comes from. */
  readonly deadlineVariable: string;
  readonly shutdown: AbortSignal;
  /** Aborts when nobody waits for the run any more. */
  readonly caller: AbortSignal | undefined;
}

/** A signal that aborts with a RunStoppedError. */
export interface StopSignal {
  readonly signal: AbortSignal;
  /** Why it aborted; undefined until then. */
  readonly stopped: () => RunStoppedError | undefined;
  /** To be called once the run has ended. */
  readonly dispose: () => void;
}

/** Joins deadline, shutdown and a caller that hangs up into one signal for a run. */
export function createStopSignal(options: StopSignalOptions): StopSignal {
  const { timers, deadlineMs, deadlineVariable, shutdown, caller } = options;
  const controller = new AbortController();
  let stopped: RunStoppedError | undefined;
  const stop = (cause: StopCause, detail: Message) => {
    if (stopped !== undefined) return;
    stopped = new RunStoppedError(cause, detail);
    controller.abort(stopped);
  };
  const onShutdown = () => stop("shutdown", engineMessages.shutdown());
  const onCaller = () => stop("caller", engineMessages.callerGone());
  const onDeadline = () => stop("deadline", engineMessages.deadline(deadlineMs, deadlineVariable));
  const cancel = timers.schedule(deadlineMs, onDeadline);
  if (shutdown.aborted) onShutdown();
  if (caller?.aborted === true) onCaller();
  shutdown.addEventListener("abort", onShutdown);
  caller?.addEventListener("abort", onCaller);
  return {
    signal: controller.signal,
    stopped: () => stopped,
    dispose: () => {
      cancel();
      shutdown.removeEventListener("abort", onShutdown);
      caller?.removeEventListener("abort", onCaller);
    },
  };
}
