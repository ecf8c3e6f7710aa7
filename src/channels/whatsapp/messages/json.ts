import type { JsonValue } from "../../../host/whatsapp/content.ts";

/** An object of a request. */
export type JsonObject = Readonly<Record<string, JsonValue>>;

/** Makes an object of the members that are there, in their order. */
export function present(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const there = Object.entries(members).filter(
    (member): member is [string, JsonValue] => member[1] !== undefined,
  );
  return Object.fromEntries(there);
}
