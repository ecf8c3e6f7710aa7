import { plainOf, ScalarAnswer } from "./answer.ts";
import { DateTime } from "./date-time.ts";
import type { Value, ValueKind, ValueObject } from "./value.ts";

/** Tells what kind of value this is, in the words of messages and TYPEOF. */
export function kindOf(value: Value): ValueKind {
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      if (value === null) return "null";
      if (Array.isArray(value)) return "list";
      if (value instanceof ScalarAnswer) return kindOf(plainOf(value));
      return value instanceof DateTime ? "date" : "object";
  }
}

/** True for objects with members; lists, dates, null and answers that stand for a text are none. */
export function isObject(value: Value): value is ValueObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof DateTime) &&
    !(value instanceof ScalarAnswer)
  );
}
