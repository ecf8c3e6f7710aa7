import type { AskAddress } from "../delivery/script-http.ts";

/** A call that the top level of the script made, or a file that it fetched. */
interface MadeCall {
  readonly asked: string;
  readonly outcome: string;
}

/**
 * The calls over HTTP of `gbasic run`, and the files that it fetches. The top level of a spawned SUB is that of the script over again,
 * so what it calls first is answered as before and not called twice.
 */
export class RunCalls {
  readonly #runId: string;
  readonly #made: MadeCall[] = [];
  #runs = 0;

  /** @param runId makes the keys of calls differ between runs */
  constructor(runId: string) {
    this.#runId = runId;
  }

  /** Gives what makes the calls of the next run: first the script's own, then those of spawned SUBs. */
  ofNextRun(): AskAddress {
    const run = this.#runs++;
    let count = 0;
    return async (asked, perform) => {
      const before = run === 0 ? undefined : this.#made[count];
      count += 1;
      if (before?.asked === asked) return before.outcome;
      const outcome = await perform(`${this.#runId}:${String(run)}:${String(count)}`);
      if (run === 0) this.#made[count - 1] = { asked, outcome };
      return outcome;
    };
  }
}
