import type { RunResult } from "./runner.ts";

/** The result of a run that somebody waits for. */
export interface Expectation {
  readonly result: Promise<RunResult>;
  /** Ends the waiting; the result never comes then. */
  readonly forget: () => void;
}

/** Brings the results of runs to those who wait for them, whoever started the run. */
export class Completions {
  readonly #waiting = new Map<string, Set<(result: RunResult) => void>>();

  /** Waits for the next result of a run; to be called before the run can start. */
  expect(runId: string): Expectation {
    const { promise, resolve } = Promise.withResolvers<RunResult>();
    const waiting = this.#waiting.get(runId);
    if (waiting === undefined) this.#waiting.set(runId, new Set([resolve]));
    else waiting.add(resolve);
    return { result: promise, forget: () => this.#forget(runId, resolve) };
  }

  complete(runId: string, result: RunResult): void {
    for (const resolve of this.#waiting.get(runId) ?? []) resolve(result);
    this.#waiting.delete(runId);
  }

  #forget(runId: string, resolve: (result: RunResult) => void): void {
    const waiting = this.#waiting.get(runId);
    waiting?.delete(resolve);
    if (waiting?.size === 0) this.#waiting.delete(runId);
  }
}
