import { oncePerMessages } from "../diagnostics/codes/once-per.ts";
import type { DeliveryName } from "../host/handler.ts";
import type { IncomingRequest } from "../host/http.ts";
import { Refusal } from "./refusal.ts";

/**
 * Reads what the sender calls a delivery, the same when it comes again.
 * @returns undefined where the handler does not ask for it
 * @throws Refusal 400 with GB4820 or GB4821 for a delivery that does not say it
 */
export function deliveryIdOf(
  request: IncomingRequest,
  once: DeliveryName | undefined,
): string | undefined {
  if (once === undefined) return undefined;
  const { source, names } = once;
  if (source === "header") {
    const values = names.map((name) => {
      const value = request.headers.get(name.toLowerCase())?.join(", ").trim();
      return value || refuse(oncePerMessages.withoutHeader(name));
    });
    return JSON.stringify(values);
  }
  const fieldOf = request.form.size > 0 ? formReader(request) : jsonReader(request);
  return JSON.stringify(
    names.map((name) => fieldOf(name) || refuse(oncePerMessages.withoutField(name))),
  );
}

function refuse(detail: ConstructorParameters<typeof Refusal>[1]): never {
  throw new Refusal(400, detail);
}

type FieldReader = (name: string) => string | undefined;

function formReader({ form }: IncomingRequest): FieldReader {
  return (name) => form.get(name)?.join(", ").trim();
}

function jsonReader({ rawBody }: IncomingRequest): FieldReader {
  const body = parse(new TextDecoder().decode(rawBody));
  return (name) => {
    const whole = memberOf(body, name);
    const found = whole === undefined ? name.split(".").reduce(memberOf, body) : whole;
    return typeof found === "string" ? found.trim() : undefined;
  };
}

/** Numbers become the texts that they are written as: ids may have more digits than a number keeps. */
function parse(text: string): unknown {
  const asWritten = (_name: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  try {
    return JSON.parse(text, asWritten);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
