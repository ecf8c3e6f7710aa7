import { engineMessages } from "../diagnostics/codes/engine.ts";
import { providerMessages } from "../diagnostics/codes/providers.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { NewEvent } from "../engine/work.ts";
import type { IncomingRequest } from "../host/http.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import { dedupeKeyOf, hashOf, runIdOf } from "./dedupe-key.ts";
import { anyOf } from "./event-receiver.ts";
import { referenceTo } from "./find-run.ts";
import { jsonProblem, readJsonBody } from "./read-json-body.ts";
import type { RouteHandlers } from "./receiver.ts";
import { whatsAbleProblem } from "./whatsable-notices.ts";

/** Characters of what a delivery is about that a message shows. */
const LONGEST_SHOWN = 80;

/**
 * Says what is wrong with a request to a path of WhatsApp that holds no item.
 * @param isSigned true where its provider vouches for it, so that it is kept
 */
export function unreadableMessage(
  request: IncomingRequest,
  { name, provider }: RouteHandlers,
  isSigned: boolean,
): Message {
  const title = PROVIDER_TITLES[provider];
  if (provider === "whatsable") {
    return providerMessages.brokenEnvelope(title, name, whatsAbleProblem(request, isSigned));
  }
  return isSigned
    ? providerMessages.unreadableDelivery(title, name, problemOf(request))
    : engineMessages.noDelivery(name);
}

/** Makes the entry under which the store keeps a delivery, as it came, that has nothing to run. */
export function unreadableEvent(request: IncomingRequest, handlers: RouteHandlers): NewEvent {
  const { name: listener, provider } = handlers;
  const handler = referenceTo(anyOf(handlers));
  const item = `delivery:${hashOf(Buffer.from(request.rawBody).toString("latin1"))}`;
  const dedupeKey = dedupeKeyOf({ service: "whatsapp", listener, number: "", item });
  const id = runIdOf(handler, dedupeKey);
  const problem = provider === "whatsable" ? whatsAbleProblem(request, true) : problemOf(request);
  return {
    kind: "event",
    id,
    lane: id,
    event: "field",
    handler,
    request,
    dedupeKey,
    report: undefined,
    sender: undefined,
    aliases: [],
    unhandled: `no event could be read in it: ${problem}`,
  };
}

function problemOf(request: IncomingRequest): string {
  const { object } = readJsonBody(request, true) ?? {};
  const problem = jsonProblem(request, true);
  if (problem !== undefined) return problem;
  if (object === "whatsapp_business_account") return "it has no changes, or is nested too deeply";
  const shown = object === undefined ? "nothing" : JSON.stringify(object).slice(0, LONGEST_SHOWN);
  return `its object is ${shown}, expected "whatsapp_business_account"`;
}
