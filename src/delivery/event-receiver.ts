import type { CompiledHandler } from "../compile/script.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Engine } from "../engine/engine.ts";
import type { Work, NewEvent } from "../engine/work.ts";
import type { Leased } from "../engine/lease.ts";
import type { WhatsAppDeclaration } from "../host/handler.ts";
import type { Random } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { Timers } from "../host/timers.ts";
import type { Completions } from "./completions.ts";
import { dedupeKeyOf, runIdOf } from "./dedupe-key.ts";
import { acknowledgement } from "./error-responses.ts";
import type { Mode } from "./error-responses.ts";
import type { PendingResponses } from "./pending-responses.ts";
import type { Pump } from "./pump.ts";
import type { Reception, RouteHandlers } from "./receiver.ts";
import type { RunResult } from "./runner.ts";
import type { DeliveryItem } from "./split-events.ts";
import { referenceTo } from "./find-run.ts";

const NUMBER_ID = /^\d+$/;

/** Meta asks for a median under 250 ms (Cloud API, throughput); the rest is for the network. */
const ACKNOWLEDGE_AFTER_MS = 200;

/** What the log says of a delivery that came before. */
export const NOT_RUN_AGAIN = "duplicate not run again";

export interface EventReceiverParts {
  readonly engine: Engine;
  readonly pump: Pump<Work>;
  readonly completions: Completions;
  readonly pendingResponses: PendingResponses;
  readonly random: Random;
  readonly timers: Timers;
  readonly log: Log;
  readonly mode: Mode;
  /** Milliseconds for which an event may be leased. */
  readonly leaseMs: number;
}

/** Takes deliveries of the WhatsApp Cloud API: stores their items, starts them, acknowledges. */
export class EventReceiver {
  readonly #parts: EventReceiverParts;
  /** What the log was told of handlers on other paths. */
  readonly #toldElsewhere = new Set<string>();

  constructor(parts: EventReceiverParts) {
    this.#parts = parts;
  }

  /**
   * Stores the items of one delivery and acknowledges it.
   * @param isSigned true where its provider vouches for it, so that answers leave from the number it names
   * @throws EngineUnavailableError when nothing was stored
   */
  async receive(
    handlers: RouteHandlers,
    items: readonly DeliveryItem[],
    isSigned: boolean,
  ): Promise<Reception> {
    const events = items.map((item) => this.#eventOf(handlers, item, isSigned));
    return this.take(events, "WhatsApp");
  }

  /**
   * Stores events and starts them.
   * @param reporter who sends them, for the log
   * @throws EngineUnavailableError when nothing was stored
   */
  async take(events: readonly NewEvent[], reporter: string): Promise<Reception> {
    const { completions, pendingResponses } = this.#parts;
    const runnable = events.filter(({ unhandled }) => unhandled === undefined);
    const [single] = runnable;
    // Its response is the body of the acknowledgement; of several runs none is.
    const expected =
      single !== undefined && runnable.length === 1 ? completions.expect(single.id) : undefined;
    try {
      const runIds = await this.#store(events, reporter);
      const release = () => pendingResponses.release(runIds);
      if (runIds.length === 0) {
        const outcome = runnable.length > 0 ? "duplicate" : "ok";
        return { response: acknowledgement("OK"), runIds, outcome, afterResponse: release };
      }
      const result = expected === undefined ? undefined : await this.#soon(expected.result);
      return { ...this.#answer(result), runIds, afterResponse: release };
    } finally {
      expected?.forget();
    }
  }

  /** Stores the events and starts those that the engine hands back; returns the ids of new runs. */
  async #store(events: readonly NewEvent[], reporter: string): Promise<readonly string[]> {
    const { engine, pump, leaseMs, pendingResponses } = this.#parts;
    const added = events.filter(
      ({ id, unhandled }) => unhandled === undefined && !pendingResponses.has(id),
    );
    // Before the events are stored, as any worker may start them from then on.
    for (const { id } of added) pendingResponses.add(id);
    const reserved = pump.reserve(added.length);
    const leased: Leased<Work>[] = [];
    const accepted = new Set<string>();
    try {
      const acceptances = await engine.accept(events, { limit: reserved, leaseMs });
      for (const [index, acceptance] of acceptances.entries()) {
        const event = events[index];
        if (event === undefined) continue;
        this.#note(event, acceptance.outcome, reporter);
        if (acceptance.outcome !== "accepted") continue;
        accepted.add(event.id);
        if (acceptance.leased !== undefined) leased.push(acceptance.leased);
      }
    } finally {
      pendingResponses.release(added.map(({ id }) => id).filter((id) => !accepted.has(id)));
      pump.adopt(reserved, leased);
    }
    return [...accepted];
  }

  #eventOf(handlers: RouteHandlers, item: DeliveryItem, isSigned: boolean): NewEvent {
    const { random } = this.#parts;
    const { kind, identity, number, party, aliases, turn, request, report } = item;
    const { provider } = handlers;
    const handler = handlerOf(handlers, item);
    const reference = referenceTo(handler ?? anyOf(handlers));
    const listener = listenerOf(handlers, handler, isSigned);
    const dedupeKey =
      identity === undefined
        ? undefined
        : dedupeKeyOf({ service: "whatsapp", listener, number, item: identity });
    const id = dedupeKey === undefined ? random.uuid() : runIdOf(reference, dedupeKey);
    return {
      kind: "event",
      id,
      lane: turn === "" ? id : `whatsapp ${number} ${turn}`,
      event: kind,
      handler: reference,
      request,
      ...(isSigned && NUMBER_ID.test(number) ? { number } : {}),
      ...(provider === "meta" ? {} : { provider }),
      dedupeKey,
      report,
      sender: kind === "message" && party !== "" ? party : undefined,
      aliases,
      unhandled: handler === undefined ? this.#unhandledReason(handlers, item) : undefined,
    };
  }

  /** Says why nothing runs for an item; a handler that waits for it on another path is told of. */
  #unhandledReason({ name, elsewhere }: RouteHandlers, item: DeliveryItem): string {
    const reason = unhandledReason(item);
    const handler = elsewhere?.handlers.find(({ declaration }) => isFor(declaration, item));
    if (elsewhere === undefined || handler === undefined) return reason;
    const { title } = handler;
    const { code, message, hint } = engineMessages.listensElsewhere(title, elsewhere.path, name);
    // Once for each handler and path: a status comes for every message that is sent.
    if (!this.#toldElsewhere.has(message)) {
      this.#toldElsewhere.add(message);
      this.#parts.log.warn({ code, hint }, message);
    }
    return `${reason} on this path; ${title} listens on ${elsewhere.path}`;
  }

  #note(stored: NewEvent, outcome: "accepted" | "duplicate" | "unhandled", reporter: string): void {
    const { id, event, unhandled, report } = stored;
    const { log } = this.#parts;
    if (report?.status === "failed" && outcome !== "duplicate") {
      const { code, message, hint } = engineMessages.notDelivered(reporter, report.reason);
      // Without its key it may be a message that something else sent from the same number.
      if (report.sendId === undefined) log.warn({ message: report.messageId, code, hint }, message);
      else log.error({ send: report.sendId, code, hint }, message);
    }
    if (outcome === "duplicate") log.info({ run: id, event }, NOT_RUN_AGAIN);
    if (outcome === "unhandled") log.debug({ run: id, event }, `event recorded: ${unhandled}`);
  }

  /** Waits for a result as long as an acknowledgement can wait. */
  #soon(result: Promise<RunResult>): Promise<RunResult | undefined> {
    return new Promise((resolve) => {
      const late = () => resolve(undefined);
      const cancel = this.#parts.timers.schedule(ACKNOWLEDGE_AFTER_MS, late);
      void result.then((inTime) => {
        cancel();
        resolve(inTime);
      });
    });
  }

  #answer(result: RunResult | undefined): Pick<Reception, "response" | "outcome"> {
    if (result?.state === "done") {
      return { response: acknowledgement(result.response.body), outcome: "ok" };
    }
    if (result === undefined || result.failure.cause === "outside") {
      return { response: acknowledgement("OK"), outcome: "ok" };
    }
    const body = this.#parts.mode === "development" ? result.failure.rendered : "OK";
    return { response: acknowledgement(body), outcome: "script-error" };
  }
}

/** A message is for the path's ON WEBHOOK where there is one; all else is for ON WHATSAPP only. */
function handlerOf(
  { webhook, whatsapp }: RouteHandlers,
  item: DeliveryItem,
): CompiledHandler | undefined {
  if (item.kind === "message" && webhook !== undefined) return webhook;
  const fitting = whatsapp.filter(({ declaration }) => isFor(declaration, item));
  return fitting.toSorted((one, other) => narrowness(other) - narrowness(one))[0];
}

/**
 * Names who listens to an item, as its dedupe key has it. What two providers deliver to ON WHATSAPP
 * handlers is the same item. What anyone may post to an OPEN path stays apart, so that no forgery
 * with the id of a real message keeps that from running; elsewhere an unsigned item comes from this
 * machine, and its signed repeat, once the secret is set, is no new one.
 */
function listenerOf(
  { name, webhook, whatsapp }: RouteHandlers,
  handler: CompiledHandler | undefined,
  isSigned: boolean,
): string {
  if (whatsapp.length === 0 || (handler !== undefined && handler === webhook)) return name;
  const isFromAnyone = !isSigned && webhook?.declaration.verification === "open";
  return isFromAnyone ? "ON WHATSAPP, unsigned" : "ON WHATSAPP";
}

function isFor(
  { event, field: wanted, message: filter, status: only }: WhatsAppDeclaration,
  { kind, field, message, status }: DeliveryItem,
): boolean {
  if (event !== kind) return false;
  if (kind === "field") return wanted === field;
  if (kind === "status") return only === undefined || only === status;
  if (filter === undefined) return true;
  const { kind: messageKind, choice } = filter;
  return messageKind === message?.kind && (choice === undefined || choice === message.choice);
}

/** A handler for one button is narrower than one for buttons, and that than one for all messages. */
function narrowness({ declaration }: CompiledHandler<WhatsAppDeclaration>): number {
  const { message, status } = declaration;
  if (message === undefined) return status === undefined ? 0 : 1;
  return message.choice === undefined ? 1 : 2;
}

/** Gives a handler of the route, to name the script of an event that none runs for. */
export function anyOf({ name, webhook, whatsapp }: RouteHandlers): CompiledHandler {
  const handler = webhook ?? whatsapp[0];
  if (handler === undefined) throw new Error(`${name} has no handler`);
  return handler;
}

function unhandledReason({ kind, field, message, status }: DeliveryItem): string {
  switch (kind) {
    case "message":
      return `no handler for messages of the type ${message?.kind ?? "unknown"}`;
    case "status":
      return `no handler for the status ${status === undefined || status === "" ? "unknown" : status}`;
    case "error":
      return "no handler for errors";
    case "field":
      return `no handler for changes of ${field === "" ? "an unnamed field" : field}`;
  }
}
