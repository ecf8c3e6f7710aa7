import type { CompiledHandler } from "../compile/script.ts";
import type { NewEvent } from "../engine/work.ts";
import type { TwilioStatusDeclaration } from "../host/handler.ts";
import type { Random } from "../host/host.ts";
import type { IncomingRequest } from "../host/http.ts";
import { dedupeKeyOf, runIdOf } from "./dedupe-key.ts";
import { referenceTo } from "./find-run.ts";
import type { StatusHandlers } from "./receiver.ts";
import { readTwilioStatus } from "./twilio-status.ts";

/**
 * Makes the event of a status callback of Twilio. Those of one recipient run one after another.
 * @param name of the route
 */
export function statusEvent(
  request: IncomingRequest,
  { about, handlers }: StatusHandlers,
  name: string,
  random: Random,
): NewEvent {
  const told = readTwilioStatus(request, about);
  const { identity, account: number, recipient, report } = told;
  const handler = handlerFor(handlers, told.status);
  // What nobody handles is only recorded, so it need not be found again.
  const reference = handler === undefined ? { script: "", route: name } : referenceTo(handler);
  const dedupeKey =
    identity === undefined
      ? undefined
      : dedupeKeyOf({ service: "twilio", listener: name, number, item: identity });
  const id = dedupeKey === undefined ? random.uuid() : runIdOf(reference, dedupeKey);
  return {
    kind: "event",
    id,
    lane: recipient === "" ? id : `twilio ${about} ${recipient}`,
    event: "status",
    handler: reference,
    request,
    dedupeKey,
    report,
    sender: undefined,
    aliases: [],
    unhandled: handler === undefined ? `no handler for the status ${told.status}` : undefined,
  };
}

/** The handler of this status, else the one of all. */
function handlerFor(
  handlers: readonly CompiledHandler<TwilioStatusDeclaration>[],
  status: string,
): CompiledHandler<TwilioStatusDeclaration> | undefined {
  const own = handlers.find(({ declaration }) => declaration.status === status);
  return own ?? handlers.find(({ declaration }) => declaration.status === undefined);
}
