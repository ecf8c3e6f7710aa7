import type { CompiledScript } from "../compile/script.ts";
import { serverMessages } from "../diagnostics/codes/server.ts";
import { type Effects, NO_EFFECTS } from "../engine/effects.ts";
import type { Engine } from "../engine/engine.ts";
import type { FailedMessage } from "../host/failed-message.ts";
import type { IncomingRequest, OutgoingResponse } from "../host/http.ts";
import type { Place } from "../host/host.ts";
import type { Timers } from "../host/timers.ts";
import { locate } from "../runtime/error.ts";
import { type Answers, BufferedResponse } from "../runtime/response.ts";
import type { Doubles, RunContext } from "../runtime/run.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Span } from "../source/span.ts";
import { answeredTwilio, tellOfTwiml } from "./answer-to-twilio.ts";
import type { Mode } from "./error-responses.ts";
import { finishTwiml } from "./finish-twiml.ts";
import { describeFailure, withoutValues } from "./failure.ts";
import type { Failure } from "./failure.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { FinishedRun, Observer, RunOutcome } from "./observer.ts";
import { RunClock } from "./run-clock.ts";
import { RunEffects } from "./run-effects.ts";
import { createLineOutput, createRunHost } from "./run-host.ts";
import type { HostServices } from "./run-host.ts";
import type { Past } from "./run-past.ts";
import { RunRandom } from "./run-random.ts";
import type { MediaOrigin } from "../host/media.ts";
import type { PassingProvider } from "../host/whatsapp/providers.ts";
import type { FinishedCall } from "./script-http.ts";
import { createScriptHistory } from "./script-history.ts";
import type { ShutdownNotice } from "./shutdown-notice.ts";
import { StopSignal } from "./stop-signal.ts";

const NO_RESPONSE: OutgoingResponse = { status: 204, headers: [], body: "" };

/** One thing to run. */
export interface Run {
  readonly id: string;
  readonly kind: FinishedRun["kind"];
  /** What runs, for the log: the route, or the name of the SUB. */
  readonly name: string;
  /** The id of the run that spawned it; undefined where none did. */
  readonly parent: string | undefined;
  /** The lane of its jobs. */
  readonly lane: string;
  /** The id of the number of ours that it answers from; undefined for that of the settings. */
  readonly number?: string | undefined;
  /** The service that its WhatsApp messages leave through; undefined for that of the settings. */
  readonly provider?: PassingProvider | undefined;
  readonly script: CompiledScript;
  /** Where the handler stands, for errors that its response raises. */
  readonly span: Span | undefined;
  /** Undefined for runs without a request; they have no response either. */
  readonly request: IncomingRequest | undefined;
  /** Who sent the message of the request; undefined where the store knows it, or there is none. */
  readonly sender?: string | undefined;
  /** What its response answers; any request unless given. */
  readonly answers?: Answers | undefined;
  /** Aborts when nobody waits for the run any more. */
  readonly caller: AbortSignal | undefined;
  /** What earlier attempts did; undefined for the first. */
  readonly past: Past | undefined;
  /** The message that failed, for a run that follows one. */
  readonly failed?: FailedMessage;
  /** The response of a handler that says nothing at all. */
  readonly emptyReply?: Value;
  readonly execute: (context: RunContext) => Promise<Value>;
}

/** How a run ended, with what it did to the outside and nobody stored yet. */
export type RunResult = (
  | {
      readonly state: "done";
      /** Empty for runs without a request. */
      readonly response: OutgoingResponse;
    }
  | { readonly state: "failed"; readonly failure: Failure }
) & { readonly effects: Effects };

export interface RunnerParts {
  readonly engine: Pick<Engine, "addEffects" | "runSeed" | "history" | "keepFile">;
  readonly services: HostServices;
  readonly timers: Timers;
  readonly limits: DeliveryLimits;
  readonly observer: Observer;
  /** Takes what jobs print, one line each. */
  readonly print: (line: string) => void;
  readonly mode: Mode;
  readonly shutdown: ShutdownNotice;
  /** True while the response of a run is not out. */
  readonly awaitsResponse: (runId: string) => boolean;
  /** What stands in for SUBs and FUNCTIONs; nothing unless given. */
  readonly doubles?: Doubles;
  /** As in `DeliveryOptions`. */
  readonly failsOnTwiml?: boolean;
}

/** Runs handlers and SUBs, each with a host, limits and a deadline of its own. */
export class Runner {
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Runs one thing to its end; never rejects for what the script does. */
  async run(run: Run): Promise<RunResult> {
    const { services, observer, limits, timers } = this.#parts;
    const stop = this.#stopSignal(run);
    const startedAt = timers.elapsed();
    const response =
      run.request === undefined ? undefined : new BufferedResponse(limits, run.answers);
    const clock = new RunClock(run.id, services.clock, run.past?.readings ?? []);
    const effects = this.#effects(run, stop.signal, clock);
    let result: RunResult;
    try {
      const running = run.execute(this.#context(run, response, { effects, clock }, stop));
      const value = await untilOverdue(running, stop);
      // A script that catches it must not go on as if nothing were wrong.
      if (effects.divergence !== undefined) throw effects.divergence;
      const given =
        response?.isTwiml === true
          ? await finishTwiml(response, value, run, services.log)
          : (response?.finish(value, undefined, run.emptyReply) ?? NO_RESPONSE);
      const telling = this.#tellOfTwiml(run, response?.answeredAt, given);
      await telling;
      result = { state: "done", response: given, effects: effects.take() };
    } catch (error) {
      const raised = effects.divergence ?? error;
      const placed = run.span === undefined ? raised : locate(raised, run.script.file, run.span);
      const failure = describeFailure(placed, stop.stopped);
      const left = effects.divergence === undefined ? effects.take(error) : NO_EFFECTS;
      result = { state: "failed", failure, effects: left };
    }
    stop.dispose();
    const durationMs = Math.round(timers.elapsed() - startedAt);
    const finished = { kind: run.kind, outcome: outcomeOf(run, result), durationMs };
    observer.runFinished(finished);
    this.#report(run, result, finished);
    return result;
  }

  #context(
    run: Run,
    response: BufferedResponse | undefined,
    { effects, clock }: { readonly effects: RunEffects; readonly clock: RunClock },
    stop: StopSignal,
  ): RunContext {
    const { limits, print, services, engine } = this.#parts;
    const output = response ?? createLineOutput(print, limits.outputLength);
    const random = new RunRandom(engine.runSeed, run.id);
    const history = createScriptHistory(engine, (asked, look) =>
      effects.ask("history", asked, look),
    );
    const facing = { request: run.request, failed: run.failed, response, output, history };
    const script = run.script.file.path;
    const { observer, timers, doubles } = this.#parts;
    const files = {
      mediaOrigin: originOf(run),
      keepFile: (path: string) => engine.keepFile({ path, runId: run.id, sender: run.sender }),
    };
    const calls = {
      elapsed: () => timers.elapsed(),
      called: (call: FinishedCall) => observer.callFinished(call),
    };
    const around = { ...facing, ...files, ...calls };
    const own = { runId: run.id, script, effects, clock, random, ...around };
    return {
      id: run.id,
      host: createRunHost(services, own, limits.outputLength),
      limits,
      signal: stop.signal,
      checkDeadline: () => {
        stop.checkDeadline();
      },
      spawn: (request) => effects.spawn(request),
      returned: (site) => response?.returned(site),
      statusSet: (site) => response?.statusSet(site),
      ...(doubles === undefined ? {} : { doubles }),
    };
  }

  #effects(run: Run, signal: AbortSignal, clock: RunClock): RunEffects {
    const { engine, services, observer, awaitsResponse, limits } = this.#parts;
    const { log } = services;
    return new RunEffects(
      { engine, log, observer, limit: limits.effects, generations: limits.generations },
      {
        runId: run.id,
        lane: run.lane,
        number: run.number,
        provider: run.provider,
        script: run.script.file.path,
        signal,
        awaitsResponse: () => awaitsResponse(run.id),
        past: run.past,
        clock,
      },
    );
  }

  #stopSignal({ kind, caller }: Run): StopSignal {
    const { timers, limits, shutdown } = this.#parts;
    const deadline =
      kind === "job"
        ? { deadlineMs: limits.jobTimeout, deadlineVariable: "GBASIC_JOB_TIMEOUT" }
        : { deadlineMs: limits.handlerTimeout, deadlineVariable: "GBASIC_TIMEOUT" };
    return new StopSignal({ timers, ...deadline, shutdown, caller });
  }

  /** Tells of TwiML where somebody looks: in production each call would have a line. */
  #tellOfTwiml(
    run: Run,
    answeredAt: Place | undefined,
    response: OutgoingResponse,
  ): Promise<void> | undefined {
    const { services, mode, failsOnTwiml = false } = this.#parts;
    if (mode !== "development" && !failsOnTwiml) return undefined;
    const answered = answeredTwilio(run, response);
    if (answered === undefined || answeredAt === undefined) return undefined;
    const { id: runId, script } = run;
    const given = { runId, file: script.file, answered, answeredAt, response };
    return tellOfTwiml(given, services.log, failsOnTwiml ? "error" : "warn");
  }

  /** Writes the line of a run, and tells of an error that nothing will mend by itself. */
  #report(run: Run, result: RunResult, { kind, outcome, durationMs }: FinishedRun): void {
    const { services, observer, mode } = this.#parts;
    const { id, name, parent, script } = run;
    const line = { run: id, kind, name, parent, script: script.file.path, outcome, durationMs };
    if (result.state === "done") {
      services.log.info(line, `${kind} ${name} ok`);
      return;
    }
    const { cause, code, rendered, place } = result.failure;
    const fields = { ...line, code, cause, ...place };
    const shown = mode === "production" ? withoutValues(result.failure) : rendered;
    if (outcome === "retry" || outcome === "stopped") {
      services.log.warn(fields, shown);
      return;
    }
    services.log.error(fields, shown);
    observer.failed(code ?? serverMessages.internal().code);
  }
}

/** Waits for the run, but not for one that goes on after it was stopped. */
function untilOverdue(running: Promise<Value>, stop: StopSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    stop.onOverdue(reject);
    running.then(resolve, reject);
  });
}

/** Only what is stored can be run again. */
function isRetried({ kind }: Run): boolean {
  return kind !== "request";
}

function outcomeOf(run: Run, result: RunResult): RunOutcome {
  if (result.state === "done") return "ok";
  switch (result.failure.cause) {
    case "script":
      return "script-error";
    case "outside":
      return isRetried(run) ? "retry" : "script-error";
    case "deadline":
      return "deadline";
    case "shutdown":
    case "caller":
      return "stopped";
  }
}

/** A number without a service is one that Meta itself delivered to. */
function originOf({ provider, number }: Run): MediaOrigin {
  return { provider: provider ?? (number === undefined ? undefined : "meta"), number };
}
