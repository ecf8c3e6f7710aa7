import type { IncomingRequest } from "../host/http.ts";
import { valueMessages } from "../diagnostics/codes/values.ts";
import { BasicError } from "./error.ts";
import { parseJson } from "./value/json.ts";
import type { ValueLimits } from "./value/limits.ts";
import { objectFrom } from "./value/member.ts";
import type { Value } from "./value/value.ts";

/** What a variable of a `WEBHOOK "name"` holds, made of the request when it is asked for. */
type Reader = (request: IncomingRequest, limits: Pick<ValueLimits, "listLength">) => Value;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["PARAMS", ({ query }) => firstOfEach(query)],
  ["BODY", readBody],
  ["WEBHOOK_DATA", readBody],
  ["HEADERS", readHeaders],
  ["METHOD", ({ method }) => method],
  ["PATH", ({ path }) => path],
]);

/**
 * Gives what a variable of a `WEBHOOK "name"` holds when its body begins.
 * @param key the name in upper case; one of those that the declaration names
 * @throws BasicError GB3091 for a list in the body that is too long
 */
export function webhookVariable(
  key: string,
  request: IncomingRequest,
  limits: Pick<ValueLimits, "listLength">,
): Value {
  return READERS.get(key)?.(request, limits) ?? null;
}

function firstOfEach(values: ReadonlyMap<string, readonly string[]>): Value {
  return objectFrom([...values].map(([name, [first = ""]]) => [name, first]));
}

/** JSON as the value it describes, a form as an object of its fields, anything else as text. */
function readBody(request: IncomingRequest, limits: Pick<ValueLimits, "listLength">): Value {
  if (request.form.size > 0 || request.files.size > 0) return firstOfEach(request.form);
  const text = new TextDecoder().decode(request.rawBody);
  if (!/^\s*[[{"\dtfn-]/.test(text)) return text;
  try {
    return parseJson(text, limits);
  } catch (error) {
    // What is no JSON is handed over as it came, and the script sees that it lacks what it wants.
    if (error instanceof BasicError && !isTooLong(error)) return text;
    throw error;
  }
}

function isTooLong({ detail }: BasicError): boolean {
  return detail.code === valueMessages.listTooLong(0).code;
}

/**
 * Names are in lower case, with `_` for `-`, so that `headers.x_api_key` reads X-Api-Key. A header
 * that is sent with `_` in its name counts only where there is none with `-`: proxies check the latter.
 */
function readHeaders({ headers }: IncomingRequest): Value {
  const sent = [...headers].map(([name, values]) => [name, values.join(", ")] as const);
  const byUnderscore = (name: string) => name.replaceAll("-", "_");
  const entries = new Map<string, Value>();
  for (const [name, value] of sent) if (!name.includes("-")) entries.set(name, value);
  for (const [name, value] of sent) if (name.includes("-")) entries.set(byUnderscore(name), value);
  return objectFrom(entries);
}
