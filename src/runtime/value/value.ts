import type { DateTime } from "./date-time.ts";

/**
 * Anything a script can hold. Objects are plain records whose members are only ever read and
 * written through `member.ts`, so that no name from a script or a payload reaches
 * `Object.prototype`.
 */
export type Value = null | boolean | number | string | DateTime | Value[] | ValueObject;

/** An object of a script, such as one that JSON text was parsed into. */
export interface ValueObject {
  [name: string]: Value;
}

/** The names of kinds as messages show them. */
export type ValueKind = "null" | "boolean" | "number" | "text" | "date" | "list" | "object";
