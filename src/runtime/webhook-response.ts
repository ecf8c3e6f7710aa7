import { isObject } from "./value/kind.ts";
import { getMember, objectFrom } from "./value/member.ts";
import type { Value, ValueObject } from "./value/value.ts";

/** What General Bots answers where a webhook says nothing itself. */
export const DEFAULT_REPLY: Value = objectFrom([["status", "ok"]]);

const PARTS: ReadonlySet<string> = new Set(["STATUS", "HEADERS", "BODY"]);

/** What the body of a `WEBHOOK "name"` left behind. */
export interface WebhookOutcome {
  /** What RETURN gave, or null. */
  readonly returned: Value;
  /** The `result_` variables by what the response calls them, in their order. */
  readonly fields: readonly (readonly [name: string, value: Value])[];
  /** What `result` and `response` hold, where the script makes them: objects and lists are answered. */
  readonly objects: readonly Value[];
}

/**
 * Chooses the response: what RETURN gave, else the variables, else an object or a list. A number as `status` is
 * the HTTP status and no part of the body; a text is a member like any other.
 * @returns what `BufferedResponse.finish` takes; null where what was printed is the response
 */
export function webhookResponse({ returned, fields, objects }: WebhookOutcome): Value {
  if (returned !== null) return withStatus(returned);
  const set = fields.filter(([, value]) => value !== null);
  if (set.length > 0) return withStatus(objectFrom(set));
  return withStatus(objects.find((one) => isObject(one) || Array.isArray(one)) ?? null);
}

function withStatus(value: Value): Value {
  if (!isObject(value)) return value;
  const status = getMember(value, "status");
  const names = Object.keys(value);
  if (typeof status !== "number") return value;
  const isParts = names.every((name) => PARTS.has(name.toUpperCase()));
  if (isParts && names.length > 1) return value;
  return objectFrom([
    ["status", status],
    ["body", bodyOf(value)],
  ]);
}

/** Nothing but a status is a response without a body. */
function bodyOf(value: ValueObject): Value {
  const rest = Object.keys(value).filter((name) => name.toUpperCase() !== "STATUS");
  return rest.length === 0 ? "" : objectFrom(rest.map((name) => [name, getMember(value, name)]));
}
