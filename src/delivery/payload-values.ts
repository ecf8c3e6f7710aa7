import { getIndex, getMember, objectFrom } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";

/** Reads a member of a member …; null where there is none, at any depth. */
export function at(value: Value, ...path: readonly (string | number)[]): Value {
  return path.reduce<Value>(
    (found, step) => (typeof step === "number" ? getIndex(found, step) : getMember(found, step)),
    value,
  );
}

/** Reads a text, or null where there is none or it is empty. */
export function textAt(value: Value, ...path: readonly (string | number)[]): Value {
  const text = toText(at(value, ...path));
  return text === "" ? null : text;
}

/** Makes an object; null where none of its members is there. */
export function present(members: Readonly<Record<string, Value>>): Value {
  const entries = Object.entries(members);
  return entries.every(([, value]) => value === null) ? null : objectFrom(entries);
}

/** Gives the first of values that is there. */
export function firstOf(...values: readonly Value[]): Value {
  return values.find((value) => value !== null) ?? null;
}
