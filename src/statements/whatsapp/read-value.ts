import { BasicError } from "../../runtime/error.ts";
import { DateTime } from "../../runtime/value/date-time.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { getMember } from "../../runtime/value/member.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { JsonValue } from "../../host/whatsapp/content.ts";

/** Gives a member as a text without blanks around it; undefined where it is missing or empty. */
export function textMember(object: ValueObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = toText(getMember(object, name)).trim();
    if (text !== "") return text;
  }
  return undefined;
}

/** Makes sure that an object has no members but those known. @throws BasicError GB4730 naming another */
export function checkKeys(clause: string, object: ValueObject, known: readonly string[]): void {
  const other = Object.keys(object).find((key) => !known.includes(key.toLowerCase()));
  if (other !== undefined) {
    throw new BasicError(whatsAppMessages.unknownKey(clause, other, known));
  }
}

/** Gives a value as JSON has it. */
export function jsonOf(value: Value): JsonValue {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value instanceof DateTime) return toText(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonOf(member)]));
}

/** Gives what the Cloud API wants as a list of objects. @throws BasicError GB4666 for anything else */
export function jsonListOf(clause: string, value: Value): readonly JsonValue[] {
  if (Array.isArray(value) && value.every(isObject)) return value.map(jsonOf);
  throw new BasicError(whatsAppMessages.wrongComponents(clause, describe(value)));
}
