import { engineMessages } from "../diagnostics/codes/engine.ts";
import { NO_EFFECTS } from "../engine/effects.ts";
import type { Effects } from "../engine/effects.ts";
import type { Engine } from "../engine/engine.ts";
import type { JournalEntry, JournalKind } from "../engine/journal.ts";
import { sendLane } from "../engine/send-lane.ts";
import type { NewSend } from "../engine/send.ts";
import { type NewJob, originOf } from "../engine/work.ts";
import { ChannelError } from "../host/channel.ts";
import type { Place, Sender } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { OutboundMessage } from "../host/message.ts";
import { isReadMark } from "../host/whatsapp/message.ts";
import type { PassingProvider } from "../host/whatsapp/providers.ts";
import { BasicError } from "../runtime/error.ts";
import type { SpawnRequest } from "../runtime/run.ts";
import { effectIdOf, generationOf, jobIdOf, lateJobIdOf } from "./dedupe-key.ts";
import { followsFailure } from "./failure-job.ts";
import { writeArguments } from "./job-arguments.ts";
import type { Observer } from "./observer.ts";
import { readAnswer, writeAnswer, writeFailure } from "./recorded-failure.ts";
import type { RunClock } from "./run-clock.ts";
import type { Past, Step } from "./run-past.ts";

/** For how long a job waits for the response of its run when nothing says that it has left. */
const RESPONSE_WAIT_MS = 15_000;

/** A job that waits so long, in ms, is a schedule of the script and no chain that runs away. */
const SCHEDULE_MS = 60_000;

/** What a run may ask; the clock is read in another way. */
type AskedKind = Exclude<JournalKind, "clock">;

/** Where effects are recorded, and who is told. */
export interface EffectParts {
  readonly engine: Pick<Engine, "addEffects">;
  readonly log: Log;
  readonly observer: Observer;
  /** Messages and jobs that one run may cause; Infinity for no limit. */
  readonly limit: number;
  /** Jobs that SPAWN makes one out of the other. */
  readonly generations: number;
}

/** The run whose effects are recorded. */
export interface EffectSource {
  readonly runId: string;
  /** The lane of its jobs. */
  readonly lane: string;
  /** The id of the number of ours that its messages leave from; undefined for that of the settings. */
  readonly number: string | undefined;
  /** The service through which its WhatsApp messages leave; undefined for that of the settings. */
  readonly provider: PassingProvider | undefined;
  /** The path of its script. */
  readonly script: string;
  readonly signal: AbortSignal;
  /** True while its response is not out, so that its jobs must wait. */
  readonly awaitsResponse: () => boolean;
  /** What earlier attempts did; undefined for the first. */
  readonly past: Past | undefined;
  readonly clock: RunClock;
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
  #journal: JournalEntry[] = [];
  /** The last failure that was told, as long as nothing shows that the run goes on after it. */
  #failure: { readonly error: unknown; readonly entry: JournalEntry } | undefined;
  #divergence: BasicError | undefined;
  /** Steps: messages, jobs and questions; each has its number. */
  #steps = 0;
  #count = 0;

  constructor(parts: EffectParts, source: EffectSource) {
    this.#parts = parts;
    this.#source = source;
  }

  /** Why the run must not go on: it does something else than in an earlier attempt. */
  get divergence(): BasicError | undefined {
    return this.#divergence;
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

  /** @throws BasicError GB4214 for arguments that hold themselves, GB4216 and GB4217 above a limit */
  spawn({ procedure, args, delayMs }: SpawnRequest): void {
    const { runId, lane, script, awaitsResponse } = this.#source;
    const written = writeArguments(args);
    const id = this.#jobId({ kind: "job", procedure, args: written }, delayMs);
    // One that comes later anyway need not wait for the response.
    const heldMs = delayMs === 0 && awaitsResponse() ? RESPONSE_WAIT_MS : 0;
    const own = { id, lane, parentId: runId, script, procedure, args: written };
    const job = { ...own, ...originOf(this.#source) };
    this.#jobs.push({ kind: "job", ...job, heldMs, delayMs });
    this.#parts.observer.spawned({ procedure, args, delayMs });
  }

  /**
   * Stores what is not stored yet.
   * @throws EngineUnavailableError where it could not be
   */
  async flush(): Promise<void> {
    if (this.#jobs.length + this.#sends.length === 0) return;
    await this.#parts.engine.addEffects(this.take());
  }

  /**
   * Asks something outside, or gives what came of it in an earlier attempt. The answer is stored
   * before the run goes on, so that it is not asked again.
   * @param perform asks; its key is the same whenever the run is repeated
   * @throws ChannelError what is asked raises, or raised then
   */
  async ask(
    kind: AskedKind,
    asked: string,
    perform: (key: string) => Promise<string>,
  ): Promise<string> {
    await this.flush();
    const [step, known] = this.#next({ kind, asked });
    if (known !== undefined) return readAnswer(known);
    const isAnew = this.#source.past?.isAskedAnew(step) === true;
    const entry = { runId: this.#source.runId, kind, step, asked, isAnew };
    try {
      const answer = await perform(effectIdOf(this.#source.runId, step));
      this.#journal.push({ ...entry, outcome: writeAnswer(answer) });
      await this.#parts.engine.addEffects(this.take());
      return answer;
    } catch (error) {
      if (error instanceof ChannelError) {
        this.#failure = { error, entry: { ...entry, outcome: writeFailure(error) } };
      }
      throw error;
    }
  }

  /**
   * Hands over what is not stored yet, to be stored with the result of the run.
   * @param raised what ended the run: a failure that did is asked anew when the run is repeated
   */
  take(raised?: unknown): Effects {
    if (this.#failure !== undefined && isCausedBy(raised, this.#failure.error)) {
      this.#failure = undefined;
    }
    this.#keepFailure();
    const journal = [...this.#journal, ...this.#source.clock.take()];
    if (this.#jobs.length + this.#sends.length + journal.length === 0) return NO_EFFECTS;
    const effects = { jobs: this.#jobs, sends: this.#sends, journal };
    this.#jobs = [];
    this.#sends = [];
    this.#journal = [];
    return effects;
  }

  #keepFailure(): void {
    if (this.#failure !== undefined) this.#journal.push(this.#failure.entry);
    this.#failure = undefined;
  }

  #jobId(step: Step, delayMs: number): string {
    const { runId } = this.#source;
    if (delayMs >= SCHEDULE_MS) return lateJobIdOf(runId, this.#nextEffect(step));
    const { generations } = this.#parts;
    if (generationOf(runId) >= generations) {
      throw new BasicError(engineMessages.tooManyGenerations(generations));
    }
    return jobIdOf(runId, this.#nextEffect(step));
  }

  #addSend(message: OutboundMessage, place: Place, skipped: string | undefined): void {
    const { runId } = this.#source;
    const id = effectIdOf(runId, this.#nextEffect({ kind: "send", message }));
    const lane = sendLane(message);
    // A second mail with the same Message-ID is dropped by mailboxes, and what is read stays so; other
    // messages have no such key.
    const repeatable = message.channel === "mail" || isReadMark(message);
    const follows = followsFailure(this.#source.lane) ? ({ followsFailure: true } as const) : {};
    const origin = message.channel === "whatsapp" ? originOf(this.#source) : {};
    const own = { id, runId, lane, message, place, repeatable, skipped };
    this.#sends.push({ ...own, ...origin, ...follows });
  }

  #nextEffect(step: Step): number {
    const { limit } = this.#parts;
    if (this.#count >= limit) throw new BasicError(engineMessages.tooManyEffects(limit));
    const [number] = this.#next(step);
    this.#count += 1;
    return number;
  }

  /** A run that was stopped must not go on to act, even if it did not notice yet. */
  #next(step: Step): [number: number, known: string | undefined] {
    this.#source.signal.throwIfAborted();
    if (this.#divergence !== undefined) throw this.#divergence;
    this.#keepFailure();
    this.#steps += 1;
    try {
      return [this.#steps, this.#source.past?.outcomeOf(this.#steps, step)];
    } catch (error) {
      if (error instanceof BasicError) this.#divergence = error;
      throw error;
    }
  }
}

function isCausedBy(raised: unknown, cause: unknown): boolean {
  for (let next = raised; next !== undefined; next = next.cause) {
    if (next === cause) return true;
    if (!(next instanceof Error)) return false;
  }
  return false;
}
