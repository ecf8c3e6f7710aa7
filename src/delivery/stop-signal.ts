import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Cancel, Timers } from "../host/timers.ts";
import { BasicError } from "../runtime/error.ts";
import type { ShutdownNotice } from "./shutdown-notice.ts";

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
  readonly shutdown: ShutdownNotice;
  /** Aborts when nobody waits for the run any more. */
  readonly caller: AbortSignal | undefined;
}

/** A stopped run gets this long to raise the error itself, as it then knows the line. */
const GRACE_MS = 100;

/** Joins deadline, shutdown and a caller that hangs up into one signal for a run. */
export class StopSignal {
  readonly #options: StopSignalOptions;
  readonly #controller = new AbortController();
  #stopped: RunStoppedError | undefined;
  /** Of the deadline, then of the grace. */
  #cancel: Cancel;
  readonly #startedAt = performance.now();
  #onOverdue: (error: RunStoppedError) => void = () => {};
  readonly #onShutdown = (): void => this.#stop("shutdown", engineMessages.shutdown());
  readonly #onCaller = (): void => this.#stop("caller", engineMessages.callerGone());

  constructor(options: StopSignalOptions) {
    const { timers, deadlineMs, deadlineVariable, shutdown, caller } = options;
    this.#options = options;
    this.#cancel = timers.schedule(deadlineMs, () => {
      this.#stop("deadline", engineMessages.deadline(deadlineMs, deadlineVariable));
    });
    if (shutdown.given) this.#onShutdown();
    if (caller?.aborted === true) this.#onCaller();
    shutdown.listen(this.#onShutdown);
    caller?.addEventListener("abort", this.#onCaller);
  }

  /** Aborts with a RunStoppedError. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it aborted; undefined until then. */
  get stopped(): RunStoppedError | undefined {
    return this.#stopped;
  }

  /**
   * Aborts if the deadline is over. The timer cannot, while the run calculates and keeps the process
   * to itself.
   */
  checkDeadline(): void {
    const { deadlineMs, deadlineVariable } = this.#options;
    if (performance.now() - this.#startedAt < deadlineMs) return;
    this.#stop("deadline", engineMessages.deadline(deadlineMs, deadlineVariable));
  }

  /** Sets who is told of a run that was stopped and has not ended in time. */
  onOverdue(listener: (error: RunStoppedError) => void): void {
    this.#onOverdue = listener;
  }

  /** To be called once the run has ended. */
  dispose(): void {
    const { shutdown, caller } = this.#options;
    this.#cancel();
    shutdown.unlisten(this.#onShutdown);
    caller?.removeEventListener("abort", this.#onCaller);
  }

  #stop(cause: StopCause, detail: Message): void {
    if (this.#stopped !== undefined) return;
    const stopped = new RunStoppedError(cause, detail);
    this.#stopped = stopped;
    this.#controller.abort(stopped);
    this.#cancel();
    this.#cancel = this.#options.timers.schedule(GRACE_MS, () => this.#onOverdue(stopped));
  }
}
