import type { Host } from "../../host/host.ts";
import type { ObjectMember } from "../../host/known-object.ts";
import type { IncomingRequest } from "../../host/http.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { parseJson } from "../../runtime/value/json.ts";
import { failureMeaning } from "../../facts/twilio-errors.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/** Reads one thing from the request that Twilio makes; null where it is not there. */
export type FieldReader = (request: IncomingRequest) => Value;

/** Makes what reads the first of these fields that is there. */
export function field(...names: readonly string[]): FieldReader {
  return ({ form }) => {
    for (const name of names) {
      const value = form.get(name)?.[0];
      if (value !== undefined && value !== "") return value;
    }
    return null;
  };
}

/** Makes what reads a number. */
export function numberField(name: string): FieldReader {
  return ({ form }) => {
    const text = form.get(name)?.[0] ?? "";
    const value = Number(text);
    return text.trim() === "" || !Number.isFinite(value) ? null : value;
  };
}

/** Makes what reads in words why something did not arrive. @param status fields that tell how it ended */
export function failureReason(...status: readonly string[]): FieldReader {
  const statusOf = field(...status);
  return (request) => {
    const code = request.form.get("ErrorCode")?.[0];
    return failureMeaning(toText(statusOf(request)), code) ?? null;
  };
}

/** A field of a handler's object: how it is read, and what it holds. */
export interface TwilioField extends Omit<ObjectMember, "name"> {
  readonly read: FieldReader;
}

/** Makes fields by their names, upper case. */
export function fieldsOf(
  fields: Readonly<Record<string, TwilioField>>,
): ReadonlyMap<string, TwilioField> {
  return new Map(Object.entries(fields));
}

/** Tells what the object of these fields holds. */
export function membersOf(fields: ReadonlyMap<string, TwilioField>): readonly ObjectMember[] {
  const own = [...fields].map(([name, field]): ObjectMember => {
    return { ...field, name: name.toLowerCase() };
  });
  return [...own, { name: "fields", holds: "all that Twilio sent, by its names", isOpen: true }];
}

/** Makes an object of all fields, by their names in lower case, and of the form as it came. */
export function objectOf(
  fields: ReadonlyMap<string, TwilioField>,
  { request }: RequestHost,
): Value {
  const current = request.current();
  const form = [...current.form].map(([name, values]): [string, Value] => [name, values[0] ?? ""]);
  return objectFrom([
    ...[...fields].map(([name, { read }]): [string, Value] => [name.toLowerCase(), read(current)]),
    ["fields", objectFrom(form)],
  ]);
}

/** What reads requests. */
export type RequestHost = Pick<Host, "request">;

/** Reads what KEEPING handed on; null where that is nothing, or no JSON any more. */
export const keptValue: FieldReader = ({ query }) => {
  const written = query.get("kept")?.[0];
  if (written === undefined) return null;
  try {
    return parseJson(written);
  } catch {
    return null;
  }
};
