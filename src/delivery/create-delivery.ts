import type { Program } from "../compile/script.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Engine, EngineDepth } from "../engine/engine.ts";
import { EngineUnavailableError } from "../engine/engine.ts";
import type { Send } from "../engine/send.ts";
import type { Work } from "../engine/work.ts";
import type { IncomingRequest } from "../host/http.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import type { SpendLimits } from "../host/spend-limits.ts";
import type { SendingNumbers } from "../host/sending-number.ts";
import type { Timers } from "../host/timers.ts";
import type { Doubles } from "../runtime/run.ts";
import { renderError } from "../runtime/render-error.ts";
import { Completions } from "./completions.ts";
import { refusedResponse, unavailableResponse } from "./error-responses.ts";
import type { FailureStyle } from "./error-responses.ts";
import { EventReceiver } from "./event-receiver.ts";
import { failureJob } from "./failure-job.ts";
import { InFlight } from "./in-flight.ts";
import type { DeliveryLimits } from "./limits.ts";
import type { Observer } from "./observer.ts";
import { OutboxSender, LONGEST_ATTEMPT_MS } from "./outbox-sender.ts";
import { PendingResponses } from "./pending-responses.ts";
import { Pump } from "./pump.ts";
import type { Receiver, Reception, RouteHandlers, VerifiedRequest } from "./receiver.ts";
import { RequestReceiver } from "./request-receiver.ts";
import type { HostServices } from "./run-host.ts";
import { Runner } from "./runner.ts";
import { ShutdownNotice } from "./shutdown-notice.ts";
import { Slots } from "./slots.ts";
import { statusEvent } from "./status-receiver.ts";
import { splitDelivery } from "./whatsable-delivery.ts";
import { unreadableEvent, unreadableMessage } from "./unreadable-delivery.ts";
import { WhatsAbleNotices } from "./whatsable-notices.ts";
import { Worker } from "./worker.ts";

/** Messages that are given to channels side by side. */
const SENDS_AT_ONCE = 50;
/** What a lease lasts longer than the work it is for, so that it never ends under its holder. */
const LEASE_MARGIN_MS = 30_000;

/** What the delivery pipeline works with. */
export interface DeliveryOptions extends HostServices, FailureStyle {
  readonly engine: Engine;
  /** The scripts that run now; a reload returns another object. */
  readonly program: () => Program;
  readonly timers: Timers;
  readonly limits: DeliveryLimits;
  readonly observer: Observer;
  /** How many WhatsApp messages may leave; nothing is limited where it is left out. */
  readonly spendLimits?: SpendLimits;
  /** Which numbers WhatsApp messages leave from that name none; unknown where it is left out. */
  readonly sendingNumbers?: SendingNumbers;
  /** Takes what runs without a response print, one line each without its end. */
  readonly print: (line: string) => void;
  /** What stands in for SUBs and FUNCTIONs of scripts that are tested; nothing unless given. */
  readonly doubles?: Doubles;
  /** True to log TwiML that Twilio does not take as errors; else it is a warning in development alone. */
  readonly failsOnTwiml?: boolean;
}

/** The way from a request to its effects. */
export interface Delivery {
  readonly receiver: Receiver;
  /** Starts the engine, and the work that waits in it. */
  start(): Promise<void>;
  /**
   * Takes no more requests and starts nothing more, lets what runs come to its end, then stops. What
   * waits, and what came of the last runs, is left for the next start.
   * @param limitMs milliseconds after which what still runs is stopped and given back
   */
  drain(limitMs: number): Promise<void>;
  depth(): Promise<EngineDepth>;
  /**
   * Resolves when no event, job or message is due or under way, or when the limit of `drain` is
   * over; only while started.
   */
  settled(): Promise<void>;
}

/** Makes the delivery pipeline. */
export function createDelivery(options: DeliveryOptions): Delivery {
  return new DeliveryPipeline(options);
}

class DeliveryPipeline implements Delivery {
  readonly receiver: Receiver = { receive: (request, signal) => this.#receive(request, signal) };
  readonly #options: DeliveryOptions;
  readonly #shutdown = new ShutdownNotice();
  readonly #requests = new InFlight();
  readonly #responses: PendingResponses;
  readonly #runner: Runner;
  readonly #work: Pump<Work>;
  readonly #outbox: Pump<Send>;
  readonly #events: EventReceiver;
  readonly #synchronous: RequestReceiver;
  readonly #whatsAble: WhatsAbleNotices;
  #draining = false;

  constructor(options: DeliveryOptions) {
    const { engine, limits, log } = options;
    const shutdown = this.#shutdown;
    const pendingResponses = new PendingResponses(engine, log);
    const completions = new Completions();
    const awaitsResponse = (runId: string) => pendingResponses.has(runId);
    this.#options = options;
    this.#whatsAble = new WhatsAbleNotices(log);
    this.#responses = pendingResponses;
    this.#runner = new Runner({ ...options, services: options, shutdown, awaitsResponse });
    const parts = { ...options, shutdown, runner: this.#runner, completions, pendingResponses };
    const leaseMs = Math.max(limits.handlerTimeout, limits.jobTimeout) + LEASE_MARGIN_MS;
    this.#work = this.#workPump(new Worker(parts), leaseMs);
    this.#outbox = this.#outboxPump(new OutboxSender(parts));
    this.#events = new EventReceiver({ ...parts, pump: this.#work, leaseMs });
    this.#synchronous = new RequestReceiver({
      ...parts,
      slots: new Slots(limits.runs),
      waitMs: limits.handlerTimeout,
      leaseMs: 2 * limits.handlerTimeout + LEASE_MARGIN_MS,
    });
    engine.followFailures((failed) => failureJob(failed, options.program()));
    engine.subscribe((mayLease) => {
      if (mayLease.work) this.#work.wake();
      if (mayLease.outbox) this.#outbox.wake();
    });
  }

  async start(): Promise<void> {
    await this.#options.engine.start();
    this.#work.start();
    this.#outbox.start();
  }

  async drain(limitMs: number): Promise<void> {
    this.#draining = true;
    this.#work.stop();
    this.#outbox.stop();
    const cancel = this.#options.timers.schedule(limitMs, () => this.#shutdown.give());
    await this.#whenIdle();
    cancel();
    const { work, outbox } = await this.depth();
    const waitingWork = work.due + work.delayed;
    const waitingSends = outbox.due + outbox.delayed;
    if (waitingWork + waitingSends === 0) return;
    this.#options.log.info({ waitingWork, waitingSends }, "what waits goes on at the next start");
  }

  depth(): Promise<EngineDepth> {
    return this.#options.engine.depth();
  }

  async settled(): Promise<void> {
    const { engine } = this.#options;
    for (;;) {
      await this.#whenIdle();
      if (this.#shutdown.given) return;
      const { promise: changed, resolve } = Promise.withResolvers<void>();
      const unsubscribe = engine.subscribe(() => resolve());
      this.#shutdown.listen(resolve);
      const { work, outbox } = await engine.depth();
      const busy = work.due + work.running + outbox.due + outbox.running;
      if (busy > 0) await changed;
      this.#shutdown.unlisten(resolve);
      unsubscribe();
      if (busy === 0 && this.#isIdle()) return;
    }
  }

  async #receive(verified: VerifiedRequest, signal: AbortSignal): Promise<Reception> {
    if (this.#draining) return this.#refuse();
    this.#requests.begin();
    try {
      return await this.#dispatch(verified, signal);
    } catch (error) {
      if (!(error instanceof EngineUnavailableError)) throw error;
      return this.#refuse(error);
    } finally {
      this.#requests.end();
    }
  }

  #dispatch(verified: VerifiedRequest, signal: AbortSignal): Promise<Reception> {
    const { request, handlers, verifiedBy } = verified;
    const { webhook, statuses } = handlers;
    if (statuses !== undefined) {
      const told = statusEvent(request, statuses, handlers.name, this.#options.random);
      return this.#events.take([told], "Twilio");
    }
    const isSigned = verifiedBy === handlers.provider;
    const items = isWhole(webhook)
      ? undefined
      : splitDelivery(request, handlers.provider, isSigned);
    // Of one that nobody signed nothing is kept, empty or not.
    if (items !== undefined && (items.length > 0 || !isSigned)) {
      this.#whatsAble.lookAt(handlers, items);
      return this.#events.receive(handlers, items, isSigned);
    }
    if (webhook !== undefined && items === undefined) {
      return this.#synchronous.receive(verified, webhook, signal);
    }
    return this.#decline(request, handlers, isSigned);
  }

  /** Providers would send anything but 200 again for days, so what nobody can read is kept for a person to look at. */
  async #decline(
    request: IncomingRequest,
    handlers: RouteHandlers,
    isSigned: boolean,
  ): Promise<Reception> {
    const detail = unreadableMessage(request, handlers, isSigned);
    const { code, hint, message } = detail;
    if (isSigned) {
      const event = unreadableEvent(request, handlers);
      this.#options.log.warn({ run: event.id, code, hint }, message);
      return this.#events.take([event], PROVIDER_TITLES[handlers.provider]);
    }
    this.#options.log.warn({ code, hint }, message);
    const response = refusedResponse(renderError({ detail }));
    return { response, runIds: [], outcome: "ok", afterResponse: () => {} };
  }

  #refuse(error?: Error): Reception {
    const { code, message } = engineMessages.busy();
    this.#options.log.warn({ code, err: error }, message);
    const response = unavailableResponse();
    return { response, runIds: [], outcome: "unavailable", afterResponse: () => {} };
  }

  #workPump(worker: Worker, leaseMs: number): Pump<Work> {
    const { engine, limits, timers, log } = this.#options;
    return new Pump({
      name: "events and jobs",
      limit: limits.runs,
      lease: (limit) => engine.leaseWork({ limit, leaseMs }),
      handle: (leased) => worker.work(leased),
      timers,
      log,
    });
  }

  #outboxPump(sender: OutboxSender): Pump<Send> {
    const { engine, timers, log } = this.#options;
    const leaseMs = LONGEST_ATTEMPT_MS + LEASE_MARGIN_MS;
    return new Pump({
      name: "messages",
      limit: SENDS_AT_ONCE,
      lease: (limit) => engine.leaseSends({ limit, leaseMs }),
      handle: (leased) => sender.send(leased),
      timers,
      log,
    });
  }

  #isIdle(): boolean {
    const parts = [this.#requests, this.#responses, this.#work, this.#outbox];
    return parts.every(({ isIdle }) => isIdle);
  }

  async #whenIdle(): Promise<void> {
    while (!this.#isIdle()) {
      await this.#requests.whenIdle();
      await this.#responses.whenIdle();
      await this.#work.whenIdle();
      await this.#outbox.whenIdle();
    }
  }
}

/** Tells whether a handler takes requests as they come, WhatsApp's too. */
function isWhole(webhook: VerifiedRequest["handlers"]["webhook"]): boolean {
  return (
    webhook !== undefined && (webhook.declaration.kind === "twilio" || webhook.declaration.raw)
  );
}
