import { engineMessages } from "../diagnostics/codes/engine.ts";
import { NO_EFFECTS } from "../engine/effects.ts";
import type { Effects } from "../engine/effects.ts";
import type { Engine } from "../engine/engine.ts";
import type { NewSend } from "../engine/send.ts";
import type { NewJob } from "../engine/work.ts";
import type { Place, Sender } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { OutboundMessage } from "../host/message.ts";
import { BasicError } from "../runtime/error.ts";
import type { SpawnRequest } from "../runtime/run.ts";
import { effectIdOf, jobIdOf } from "./dedupe-key.ts";
import { writeArguments } from "./job-arguments.ts";
import type { Observer } from "./observer.ts";

/** For how long a job waits for the response of its run when nothing says that it has left. */
const RESPONSE_WAIT_MS = 15_000;

/** Where effects are recorded, and who is told. */
export interface EffectParts {
  readonly engine: Engine;
  readonly log: Log;
  readonly observer: Observer;
  /** Messages and jobs that one run may cause; Infinity for no limit. */
  readonly limit: number;
}

/** The run whose effects are recorded. */
export interface EffectSource {
  readonly runId: string;
  /** The lane of its jobs. */
  readonly lane: string;
  /** The path of its script. */
  readonly script: string;
  readonly signal: AbortSignal;
  /** True while its response is not out, so that its jobs must wait. */
  readonly awaitsResponse: () => boolean;
}

/**
 * Takes what one run does to the outside: messages for the outbox, spawned SUBs as jobs. All of it
 * is stored in one step with the run's result, or before the run waits for something else, so that
 * no message stays back behind a slow call. The n-th effect of a run has the same id whenever the
 * run is repeated, so it happens once.
 */
export class RunEffects implements Sender<OutboundMessage> {
  readonly #parts: EffectParts;
  readonly #source: EffectSource;
  #jobs: NewJob[] = [];
  #sends: NewSend[] = [];
  #count = 0;

  constructor(parts: EffectParts, source: EffectSource) {
    this.#parts = parts;
    this.#source = source;
  }

  send(message: OutboundMessage, place: Place): void {
    this.#addSend(message, place, undefined);
  }

  skip(message: OutboundMessage, reason: string, place: Place): void {
    this.#addSend(message, place, reason);
    const { code, message: text, hint } = engineMessages.skipped(message.channel, reason);
    const { file, line } = place;
    this.#parts.log.warn({ code, run: this.#source.runId, file, line, hint }, text);
    this.#parts.observer.sendFinished({ channel: message.channel, outcome: "skipped" });
  }

  /** @throws BasicError GB4214 for arguments that hold themselves, GB4216 above the limit */
  spawn({ procedure, args, delayMs }: SpawnRequest): void {
    const { runId, lane, script, awaitsResponse } = this.#source;
    const id = jobIdOf(runId, this.#next());
    // One that comes later anyway need not wait for the response.
    const heldMs = delayMs === 0 && awaitsResponse() ? RESPONSE_WAIT_MS : 0;
    const job = { id, lane, parentId: runId, script, procedure, args: writeArguments(args) };
    this.#jobs.push({ kind: "job", ...job, heldMs, delayMs });
  }

  /**
   * Stores what is not stored yet.
   * @throws EngineUnavailableError where it could not be
   */
  async flush(): Promise<void> {
    const effects = this.take();
    if (effects !== NO_EFFECTS) await this.#parts.engine.addEffects(effects);
  }

  /** Hands over what is not stored yet, to be stored with the result of the run. */
  take(): Effects {
    if (this.#jobs.length + this.#sends.length === 0) return NO_EFFECTS;
    const effects = { jobs: this.#jobs, sends: this.#sends };
    this.#jobs = [];
    this.#sends = [];
    return effects;
  }

  #addSend(message: OutboundMessage, place: Place, skipped: string | undefined): void {
    const { runId } = this.#source;
    const id = effectIdOf(runId, this.#next());
    const lane = `${message.channel} ${recipientOf(message)}`;
    // A second mail with the same Message-ID is dropped by mailboxes; other channels have no such key.
    const repeatable = message.channel === "mail";
    this.#sends.push({ id, runId, lane, message, place, repeatable, skipped });
  }

  /** A run that was stopped must not go on to act, even if it did not notice yet. */
  #next(): number {
    const { limit } = this.#parts;
    this.#source.signal.throwIfAborted();
    if (this.#count >= limit) throw new BasicError(engineMessages.tooManyEffects(limit));
    this.#count += 1;
    return this.#count;
  }
}

/** Mails keep their order per first recipient. */
function recipientOf(message: OutboundMessage): string {
  return message.channel === "mail" ? (message.to[0] ?? "").toLowerCase() : message.to;
}
