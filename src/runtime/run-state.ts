import { runMessages } from "../diagnostics/codes/run.ts";
import type { Host } from "../host/host.ts";
import { BasicError, locate } from "./error.ts";
import type { Site } from "./error.ts";
import type { ErrorValue } from "./value/error-value.ts";
import type { Limits, RunContext } from "./run.ts";
import { CallPace } from "./call-pace.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { GrowingTexts } from "./value/growing-texts.ts";

/** At most this many steps between two looks at the limits, the signal and the time. */
const MOST_STEPS_BETWEEN_LOOKS = 128;
/** Looks that lie further apart than this, in ms, come after fewer steps from then on. */
const LONGEST_BETWEEN_LOOKS = 2;
/** How long a run may keep other requests waiting, in ms. */
const TURN_LENGTH = 10;
/** Characters or items that count as one step until the next look, though not for the limit. */
const HANDLED_PER_STEP = 4096;
const BYTES_PER_MEGABYTE = 1024 * 1024;

/** What one run has used up, and what stops it. */
export class RunState {
  readonly context: RunContext;
  readonly host: Host;
  readonly limits: Limits;
  readonly calls = new CallPace();
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
  #stepsBetweenLooks = 1;
  #lookedAt = performance.now();
  #turnEnds = this.#lookedAt + TURN_LENGTH;
  #resourcesDue = this.#turnEnds;
  #memory: MemoryWatch | undefined;

  constructor(context: RunContext) {
    this.context = context;
    this.host = context.host;
    this.limits = context.limits;
    this.#stepsLeft = context.limits.steps;
  }

  /**
   * Takes the next steps from the limit; called when the budget is below zero.
   * @throws BasicError GB3101 where no steps are left, GB3382 where the memory is full, or the reason
   *   of the run's signal
   */
  look(site: Site): void {
    // A monotonic time that decides only who runs next and when to stop, never what a script sees.
    const now = performance.now();
    if (now >= this.#resourcesDue) this.#lookAtResources(now, site);
    this.throwIfStopped(site);
    if (this.#stepsLeft <= 0) {
      throw failAt(new BasicError(runMessages.tooManySteps(this.context.limits.steps)), site);
    }
    this.#setPace(now - this.#lookedAt);
    this.#lookedAt = now;
    const steps = Math.min(this.#stepsBetweenLooks, this.#stepsLeft);
    this.#stepsLeft -= steps;
    this.budget = steps - 1;
    this.turnDue = now >= this.#turnEnds;
  }

  /** Gives a counted step back, to code that counts it again. */
  takeBackStep(): void {
    this.budget += 1;
  }

  /**
   * Notes that a single step handled much, so that the next look comes sooner.
   * @param amount characters or items
   */
  noteWork(amount: number): void {
    const steps = Math.min(Math.floor(amount / HANDLED_PER_STEP), this.budget);
    if (steps <= 0) return;
    this.budget -= steps;
    this.#stepsLeft += steps;
  }

  /** Lets other work of the process run. @throws the reason of the run's signal */
  async giveTurn(site: Site): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.turnDue = false;
    this.#lookedAt = performance.now();
    this.#turnEnds = this.#lookedAt + TURN_LENGTH;
    this.throwIfStopped(site);
  }

  /** @throws the reason of the run's signal once it is aborted */
  throwIfStopped(site: Site): void {
    if (this.context.signal.aborted) throw failAt(stopReason(this.context.signal), site);
  }

  /** Timers cannot fire while a run calculates, so it looks at its deadline itself. */
  #lookAtResources(now: number, site: Site): void {
    this.#resourcesDue = now + TURN_LENGTH;
    this.context.checkDeadline?.();
    this.#memory ??= new MemoryWatch(this.context.limits.memory);
    if (!this.#memory.isBeyond()) return;
    const megabytes = Math.round(this.#memory.limit / BYTES_PER_MEGABYTE);
    throw failAt(new BasicError(runMessages.tooMuchMemory(megabytes)), site);
  }

  /** Cheap steps are looked at seldom, dear ones often. @param sinceLook ms */
  #setPace(sinceLook: number): void {
    this.#stepsBetweenLooks =
      sinceLook > LONGEST_BETWEEN_LOOKS
        ? Math.max(1, this.#stepsBetweenLooks >> 2)
        : Math.min(MOST_STEPS_BETWEEN_LOOKS, this.#stepsBetweenLooks * 2);
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
