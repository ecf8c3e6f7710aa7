import type { Engine } from "../engine/engine.ts";
import type { Log } from "../host/log.ts";
import { InFlight } from "./in-flight.ts";

/** The runs whose responses are not out; their jobs wait until they are. */
export class PendingResponses {
  readonly #engine: Engine;
  readonly #log: Log;
  readonly #runIds = new Set<string>();
  readonly #releasing = new InFlight();

  constructor(engine: Engine, log: Log) {
    this.#engine = engine;
    this.#log = log;
  }

  /** True where the engine knows of every response that is out. */
  get isIdle(): boolean {
    return this.#releasing.isIdle;
  }

  /** Resolves when the engine knows of every response that is out. */
  whenIdle(): Promise<void> {
    return this.#releasing.whenIdle();
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
      this.#releasing.begin();
      void this.#releaseJobs(runId).finally(() => {
        this.#releasing.end();
      });
    }
  }

  async #releaseJobs(runId: string): Promise<void> {
    try {
      await this.#engine.releaseJobs(runId);
    } catch (error) {
      // Nothing is lost: a held job starts by itself a little later.
      this.#log.warn({ run: runId, err: error }, "jobs could not be released");
    }
  }
}
