import type { CompiledHandler } from "../compile/script.ts";
import { NO_EFFECTS } from "../engine/effects.ts";
import type { Engine } from "../engine/engine.ts";
import { smsSender } from "../engine/history/sms-content.ts";
import type { Lease } from "../engine/lease.ts";
import type { ResponseResult, SynchronousRequest } from "../engine/recorded-response.ts";
import type { Random } from "../host/host.ts";
import type { IncomingRequest } from "../host/http.ts";
import { isWhatsAppNumber } from "../host/whatsapp/twilio.ts";
import type { Timers } from "../host/timers.ts";
import { dedupeKeyOf, type ItemIdentity, runIdOf } from "./dedupe-key.ts";
import { failureResponse, unavailableResponse } from "./error-responses.ts";
import type { FailureStyle } from "./error-responses.ts";
import type { PendingResponses } from "./pending-responses.ts";
import type { Reception, VerifiedRequest } from "./receiver.ts";
import { RunPast } from "./run-past.ts";
import type { Run, Runner, RunResult } from "./runner.ts";
import type { Slots } from "./slots.ts";
import type { ShutdownNotice } from "./shutdown-notice.ts";
import { StopSignal } from "./stop-signal.ts";
import { answersOf, referenceTo } from "./find-run.ts";

/** The same on every repeat of one Twilio request (webhooks, connection overrides). */
const TWILIO_TOKEN = "i-twilio-idempotency-token";

/** A request with what it may be known by when it comes again. */
type Identified = Pick<VerifiedRequest, "request" | "deliveryId" | "verifiedBy">;

export interface RequestReceiverParts extends FailureStyle {
  readonly engine: Engine;
  readonly runner: Runner;
  readonly slots: Slots;
  readonly pendingResponses: PendingResponses;
  readonly random: Random;
  readonly timers: Timers;
  /** Milliseconds that a request may wait for its turn, or for the run that it repeats. */
  readonly waitMs: number;
  /** Milliseconds for which a run may hold its claim. */
  readonly leaseMs: number;
  readonly shutdown: ShutdownNotice;
}

/** Answers requests by running their handler while the caller waits. */
export class RequestReceiver {
  readonly #parts: RequestReceiverParts;

  constructor(parts: RequestReceiverParts) {
    this.#parts = parts;
  }

  /**
   * Runs the handler, or gives the response that its run for the same delivery gave.
   * @param caller aborts when the caller hangs up
   * @throws EngineUnavailableError when the request could not be recorded; what `deliveryId` throws
   */
  async receive(
    verified: Identified,
    handler: CompiledHandler,
    caller: AbortSignal,
  ): Promise<Reception> {
    const { engine, leaseMs } = this.#parts;
    const synchronous = this.#identify(verified, handler);
    const waiting = this.#waitSignal(caller);
    try {
      const claim = await engine.claimResponse(synchronous, leaseMs, waiting.signal);
      if (claim.state === "recorded") {
        const runIds = [synchronous.id];
        return { response: claim.response, runIds, outcome: "duplicate", afterResponse: () => {} };
      }
      return await this.#runClaimed(synchronous, claim.lease, handler, caller, waiting.signal);
    } catch (error) {
      if (waiting.stopped === undefined) throw error;
      return notHandled();
    } finally {
      waiting.dispose();
    }
  }

  async #runClaimed(
    synchronous: SynchronousRequest,
    lease: Lease,
    handler: CompiledHandler,
    caller: AbortSignal,
    waiting: AbortSignal,
  ): Promise<Reception> {
    const { engine, slots, pendingResponses } = this.#parts;
    const { id, request } = synchronous;
    const giveBack = await slots.take(waiting).catch(async (error: unknown) => {
      await this.#fail(synchronous, lease, error);
      throw error;
    });
    pendingResponses.add(id);
    const release = () => pendingResponses.release([id]);
    try {
      const result = await this.#run(synchronous, handler, caller).finally(giveBack);
      await engine.finishResponse(
        lease,
        synchronous,
        recordOf(result, synchronous),
        result.effects,
      );
      return { ...this.#answer(request, result), runIds: [id], afterResponse: release };
    } catch (error) {
      release();
      await this.#fail(synchronous, lease, error);
      throw error;
    }
  }

  /** Only a request that can come again may have been tried before. */
  async #run(
    synchronous: SynchronousRequest,
    handler: CompiledHandler,
    caller: AbortSignal,
  ): Promise<RunResult> {
    const { engine, runner } = this.#parts;
    const { id, repeatable } = synchronous;
    const past = repeatable ? new RunPast(id, await engine.recall(id), true) : undefined;
    return await runner.run(runOf(synchronous, handler, caller, past));
  }

  /** Ends a claim without a response, so that a repeat of the request need not wait for its end. */
  async #fail(synchronous: SynchronousRequest, lease: Lease, error: unknown): Promise<void> {
    const failed = { state: "failed", reason: String(error) } as const;
    await this.#parts.engine.finishResponse(lease, synchronous, failed, NO_EFFECTS);
  }

  #identify(verified: Identified, handler: CompiledHandler): SynchronousRequest {
    const { request } = verified;
    const reference = referenceTo(handler);
    const sender = senderOf(request, handler);
    const own = { handler: reference, request, ...(sender === undefined ? {} : { sender }) };
    const item = identityOf(verified, handler);
    if (item === undefined) return { ...own, id: this.#parts.random.uuid(), repeatable: false };
    const key = dedupeKeyOf({ ...item, listener: reference.route });
    return { ...own, id: runIdOf(reference, key), repeatable: true };
  }

  #waitSignal(caller: AbortSignal): StopSignal {
    const { timers, waitMs, shutdown } = this.#parts;
    const deadline = { deadlineMs: waitMs, deadlineVariable: "GBASIC_TIMEOUT" };
    return new StopSignal({ timers, ...deadline, shutdown, caller });
  }

  #answer(request: IncomingRequest, result: RunResult): Pick<Reception, "response" | "outcome"> {
    if (result.state === "done") return { response: result.response, outcome: "ok" };
    const { cause } = result.failure;
    if (cause === "shutdown") return { response: unavailableResponse(), outcome: "unavailable" };
    if (cause === "caller") return { response: unavailableResponse(), outcome: "hung-up" };
    const response = failureResponse(request, result.failure, this.#parts);
    return { response, outcome: cause === "deadline" ? "deadline" : "script-error" };
  }
}

/**
 * Tells by what a request is known that comes again: what its sender calls the delivery, with what the
 * path says, the id of a message at its address, or the token of Twilio; undefined where nothing tells it from another.
 * Twilio signs the id of a message and not its token, so who caught a request could change that.
 */
function identityOf(
  { request, deliveryId, verifiedBy }: Identified,
  handler: CompiledHandler,
): Omit<ItemIdentity, "listener"> | undefined {
  const { headers, form, pathValues } = request;
  const id = deliveryId?.();
  if (id !== undefined) {
    return { service: "webhook", number: JSON.stringify([...pathValues]), item: id };
  }
  const number = form.get("To")?.[0] ?? "";
  const isMessage = answersOf(handler) === "message" && verifiedBy === "twilio";
  const message = isMessage ? form.get("MessageSid")?.[0] : undefined;
  if (message !== undefined) {
    // A Redirect brings the same message to another address.
    const address = JSON.stringify([...pathValues, ...request.query]);
    return { service: "twilio", number, item: `message ${message} ${address}` };
  }
  const item = headers.get(TWILIO_TOKEN)?.[0];
  return item === undefined ? undefined : { service: "twilio", number, item };
}

/** What a route that is open to anyone is told of senders proves nothing. */
function senderOf(request: IncomingRequest, { declaration }: CompiledHandler): string | undefined {
  return declaration.verification === "open" ? undefined : smsSender(request);
}

/** A WhatsApp message through Twilio is answered from the number that was written to. */
function whatsAppNumberOf({ form }: IncomingRequest): string | undefined {
  const written = form.get("To")?.[0] ?? "";
  return isWhatsAppNumber(written) ? written : undefined;
}

function runOf(
  { id, request, handler: { route: name } }: SynchronousRequest,
  handler: CompiledHandler,
  caller: AbortSignal,
  past: RunPast | undefined,
): Run {
  const { script, span } = handler;
  const execute: Run["execute"] = (context) => handler.run(context);
  const own = { id, kind: "request", name, parent: undefined, lane: `run ${id}` } as const;
  const { emptyReply = null } = handler;
  return {
    ...own,
    emptyReply,
    script,
    span,
    request,
    answers: answersOf(handler),
    sender: senderOf(request, handler),
    number: senderOf(request, handler) === undefined ? undefined : whatsAppNumberOf(request),
    caller,
    past,
    execute,
  };
}

/** A response that asks for a delivery to come again is no answer to give when it does. */
function recordOf(result: RunResult, { repeatable }: SynchronousRequest): ResponseResult {
  if (result.state === "failed") return { state: "failed", reason: result.failure.reason };
  const { status } = result.response;
  return repeatable && status >= 500
    ? { state: "failed", reason: `the handler answered ${String(status)}` }
    : result;
}

function notHandled(): Reception {
  const response = unavailableResponse();
  return { response, runIds: [], outcome: "unavailable", afterResponse: () => {} };
}
