import type { Program } from "../compile/script.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { NO_EFFECTS } from "../engine/effects.ts";
import type { Effects } from "../engine/effects.ts";
import { EngineUnavailableError } from "../engine/engine.ts";
import type { Engine } from "../engine/engine.ts";
import type { Leased } from "../engine/lease.ts";
import type { Work, WorkResult } from "../engine/work.ts";
import type { Random } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { Completions } from "./completions.ts";
import type { Failure } from "./failure.ts";
import { findRun } from "./find-run.ts";
import type { Observer } from "./observer.ts";
import { RunPast } from "./run-past.ts";
import { WORK_ATTEMPTS, workDelay } from "./retry-policy.ts";
import type { Runner, RunResult } from "./runner.ts";

export interface WorkerParts {
  readonly engine: Engine;
  readonly program: () => Program;
  readonly runner: Runner;
  readonly completions: Completions;
  readonly random: Random;
  readonly log: Log;
  readonly observer: Observer;
}

/** Runs stored events and jobs, and tells the engine how they ended. */
export class Worker {
  readonly #parts: WorkerParts;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  /** Runs one entry; rejects only where the engine cannot record the result. */
  async work(leased: Leased<Work>): Promise<void> {
    const { completions, engine, runner } = this.#parts;
    const { item } = leased;
    // Attempts that ended without a result count too: an entry that ends the process does so once.
    if (leased.attempt > WORK_ATTEMPTS) {
      await this.#giveUp(leased, engineMessages.tooManyAttempts(leased.attempt - 1));
      return;
    }
    const run = findRun(item, this.#parts.program());
    if ("code" in run) {
      await this.#giveUp(leased, run);
      return;
    }
    const past = leased.repeated ? new RunPast(item.id, await engine.recall(item.id)) : undefined;
    const result = await runner.run({ ...run, past });
    await this.#finish(leased, this.#resultOf(result, leased.attempt), result.effects);
    completions.complete(item.id, result);
  }

  /** A run whose effects find no room is run again later: with them, its result would be lost. */
  async #finish(
    { lease, attempt }: Leased<Work>,
    result: WorkResult,
    effects: Effects,
  ): Promise<void> {
    const { engine, random } = this.#parts;
    try {
      await engine.finishWork(lease, result, effects);
    } catch (error) {
      if (!(error instanceof EngineUnavailableError)) throw error;
      const retry = {
        state: "retry",
        delayMs: workDelay(attempt, random),
        reason: error.message,
      } as const;
      await engine.finishWork(lease, retry, NO_EFFECTS);
    }
  }

  #resultOf(result: RunResult, attempt: number): WorkResult {
    if (result.state === "done") return { state: "done" };
    const { cause, reason } = result.failure;
    if (cause === "shutdown") return { state: "released" };
    if (cause !== "outside") return { state: "dead", reason };
    if (attempt >= WORK_ATTEMPTS) return this.#exhausted(result.failure);
    return { state: "retry", delayMs: workDelay(attempt, this.#parts.random), reason };
  }

  #exhausted({ reason, code }: Failure): WorkResult {
    const { code: givenUp, message } = engineMessages.tooManyAttempts(WORK_ATTEMPTS);
    this.#parts.log.error({ code }, `${message}: ${reason}`);
    this.#parts.observer.failed(givenUp);
    return { state: "dead", reason: `${message}: ${reason}` };
  }

  async #giveUp({ item, lease }: Leased<Work>, detail: Message): Promise<void> {
    const { code, message, hint } = detail;
    this.#parts.log.error({ run: item.id, kind: item.kind, code, hint }, message);
    this.#parts.observer.failed(code);
    const dead = { state: "dead", reason: `${code}: ${message}` } as const;
    await this.#parts.engine.finishWork(lease, dead, NO_EFFECTS);
  }
}
