/** A value as JSON has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as JSON has it. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Makes an object of the members that are there, in their order. */
export function jsonObject(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const there = Object.entries(members).filter(
    (member): member is [string, JsonValue] => member[1] !== undefined,
  );
  return Object.fromEntries(there);
}
