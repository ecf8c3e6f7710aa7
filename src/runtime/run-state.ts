import { runMessages } from "../diagnostics/codes/run.ts";
import type { Host } from "../host/host.ts";
import { BasicError, locate } from "./error.ts";
import type { Site } from "./error.ts";
import type { ErrorValue } from "./value/error-value.ts";
import type { Limits, RunContext } from "./run.ts";
import { GrowingTexts } from "./value/growing-texts.ts";

/** Steps between two looks at the limits, the signal and the time. */
const STEPS_BETWEEN_LOOKS = 256;
/** How long a run may keep other requests waiting, in ms. */
const TURN_LENGTH = 10;

/** What one run has used up, and what stops it. */
export class RunState {
  readonly context: RunContext;
  readonly host: Host;
  readonly limits: Limits;
  readonly texts = new GrowingTexts();
  /** Steps until the next look; code counts it down and calls `look` below zero. */
  budget = 0;
  /** Calls that are open inside each other. */
  depth = 0;
  /** True when others should have a turn before the next turn of an outermost loop. */
  turnDue = false;
  /** The last error that the script caught, until it says CLEAR ERROR or the like. */
  caught: ErrorValue | undefined;
  #stepsLeft: number;
  #turnEnds = performance.now() + TURN_LENGTH;

  constructor(context: RunContext) {
    this.context = context;
    this.host = context.host;
    this.limits = context.limits;
    this.#stepsLeft = context.limits.steps;
  }

  /**
   * Takes the next steps from the limit; called when the budget is below zero.
   * @throws BasicError GB3101 where no steps are left, or the reason of the run's signal
   */
  look(site: Site): void {
    this.throwIfStopped(site);
    if (this.#stepsLeft <= 0) {
      throw failAt(new BasicError(runMessages.tooManySteps(this.context.limits.steps)), site);
    }
    const steps = Math.min(STEPS_BETWEEN_LOOKS, this.#stepsLeft);
    this.#stepsLeft -= steps;
    this.budget = steps - 1;
    // A monotonic time that decides only who runs next, never what a script sees.
    this.turnDue = performance.now() >= this.#turnEnds;
  }

  /** Lets other work of the process run. @throws the reason of the run's signal */
  async giveTurn(site: Site): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.turnDue = false;
    this.#turnEnds = performance.now() + TURN_LENGTH;
    this.throwIfStopped(site);
  }

  /** @throws the reason of the run's signal once it is aborted */
  throwIfStopped(site: Site): void {
    if (this.context.signal.aborted) throw failAt(stopReason(this.context.signal), site);
  }
}

/**
 * Gives the error that ends a run whose signal was aborted: what its reason says. It is a new error
 * for each run, since one reason, such as a shutdown, may end many, each at a place of its own.
 */
export function stopReason(signal: AbortSignal): BasicError {
  const reason: unknown = signal.reason;
  const detail = reason instanceof BasicError ? reason.detail : runMessages.cancelled();
  return new BasicError(detail, { cause: reason });
}

function failAt(error: BasicError, site: Site): unknown {
  return locate(error, site.file, site.span);
}
