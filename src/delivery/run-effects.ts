import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Engine } from "../engine/engine.ts";
import type { Place, Sender } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { OutboundMessage } from "../host/message.ts";
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
 * Records what one run does to the outside: messages in the outbox, spawned SUBs as jobs. The n-th
 * effect of a run has the same id whenever the run is repeated, so it happens once.
 */
export class RunEffects implements Sender<OutboundMessage> {
  readonly #parts: EffectParts;
  readonly #source: EffectSource;
  #count = 0;

  constructor(parts: EffectParts, source: EffectSource) {
    this.#parts = parts;
    this.#source = source;
  }

  async send(message: OutboundMessage, place: Place): Promise<void> {
    await this.#addSend(message, place, undefined);
  }

  async skip(message: OutboundMessage, reason: string, place: Place): Promise<void> {
    await this.#addSend(message, place, reason);
    const { code, message: text, hint } = engineMessages.skipped(message.channel, reason);
    const { file, line } = place;
    this.#parts.log.warn({ code, run: this.#source.runId, file, line, hint }, text);
    this.#parts.observer.sendFinished({ channel: message.channel, outcome: "skipped" });
  }

  async spawn({ procedure, args }: SpawnRequest): Promise<void> {
    const { runId, lane, script, awaitsResponse } = this.#source;
    const id = jobIdOf(runId, this.#next());
    const heldMs = awaitsResponse() ? RESPONSE_WAIT_MS : 0;
    const job = { id, lane, parentId: runId, script, procedure, args: writeArguments(args) };
    await this.#parts.engine.addJob({ kind: "job", ...job, heldMs });
  }

  #addSend(message: OutboundMessage, place: Place, skipped: string | undefined): Promise<void> {
    const { runId } = this.#source;
    const id = effectIdOf(runId, this.#next());
    const lane = `${message.channel} ${recipientOf(message)}`;
    // A second mail with the same Message-ID is dropped by mailboxes; other channels have no such key.
    const repeatable = message.channel === "mail";
    return this.#parts.engine.addSend({ id, runId, lane, message, place, repeatable, skipped });
  }

  /** A run that was stopped must not go on to act, even if it did not notice yet. */
  #next(): number {
    this.#source.signal.throwIfAborted();
    this.#count += 1;
    return this.#count;
  }
}

/** Mails keep their order per first recipient. */
function recipientOf(message: OutboundMessage): string {
  return message.channel === "mail" ? (message.to[0] ?? "").toLowerCase() : message.to;
}
