import type { Engine } from "../engine/engine.ts";
import type { Log } from "../host/log.ts";

/** The runs whose responses are not out; their jobs wait until they are. */
export class PendingResponses {
  readonly #engine: Engine;
  readonly #log: Log;
  readonly #runIds = new Set<string>();

  constructor(engine: Engine, log: Log) {
    this.#engine = engine;
    this.#log = log;
  }

  has(runId: string): boolean {
    return this.#runIds.has(runId);
  }

  add(runId: string): void {
    this.#runIds.add(runId);
  }

  /**
   * Lets the jobs of runs start whose response has left, or has nothing to do with them: what was
   * delivered again may be running for an earlier delivery.
   */
  release(runIds: readonly string[]): void {
    for (const runId of runIds) {
      if (!this.#runIds.delete(runId)) continue;
      // Nothing is lost on failure: a held job starts by itself a little later.
      this.#engine.releaseJobs(runId).catch((error: unknown) => {
        this.#log.warn({ run: runId, err: error }, "jobs could not be released");
      });
    }
  }
}
