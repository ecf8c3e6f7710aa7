import { plainOf, ScalarAnswer } from "./answer.ts";
import { isObject } from "./kind.ts";
import type { Value } from "./value.ts";

/** Tells whether IF takes a value as true: all but null, false, 0, "" and empty lists and objects. */
export function isTrue(value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (value === null || value === 0 || value === "") return false;
  if (typeof value !== "object") return true;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof ScalarAnswer) return isTrue(plainOf(value));
  return !isObject(value) || Object.keys(value).length > 0;
}
