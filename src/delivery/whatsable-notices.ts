import { providerMessages } from "../diagnostics/codes/providers.ts";
import type { IncomingRequest } from "../host/http.ts";
import type { Log } from "../host/log.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import { jsonProblem, readJsonBody } from "./read-json-body.ts";
import type { RouteHandlers } from "./receiver.ts";
import type { DeliveryItem } from "./split-events.ts";

const TITLE = PROVIDER_TITLES.whatsable;
/** Names of events of which it is remembered that they were told of. */
const MOST_NAMES = 100;
/** Characters of a name that the log shows. */
const NAME_LENGTH = 80;

/** Tells of events of WhatsAble that no handler takes, once for each name. */
export class WhatsAbleNotices {
  readonly #log: Log;
  readonly #told = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Looks whether somebody takes what was delivered. */
  lookAt({ provider, whatsapp }: RouteHandlers, items: readonly DeliveryItem[]): void {
    if (provider !== "whatsable") return;
    for (const { kind, field } of items) {
      const name = field.slice(0, NAME_LENGTH);
      if (kind !== "field" || this.#told.has(name) || this.#told.size >= MOST_NAMES) continue;
      if (whatsapp.some(({ declaration }) => declaration.field === field)) continue;
      this.#told.add(name);
      const { code, message, hint } = providerMessages.unknownEvent(TITLE, name);
      this.#log.warn({ code, hint }, message);
    }
  }
}

/**
 * Says what is wrong with a request that is no event of WhatsAble.
 * @param isSigned true where WhatsAble vouches for it
 */
export function whatsAbleProblem(request: IncomingRequest, isSigned: boolean): string {
  const { event, data } = readJsonBody(request, isSigned) ?? {};
  const problem = jsonProblem(request, isSigned);
  if (problem !== undefined) return problem;
  if (event === undefined) return "it names no event, and has no last_messages either";
  if (typeof event !== "string") return `its event is ${kindOf(event)} and no text`;
  const name = JSON.stringify(event.slice(0, NAME_LENGTH));
  return data === undefined
    ? `the event ${name} has no data`
    : `the data of the event ${name} is ${kindOf(data)} and no object`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
