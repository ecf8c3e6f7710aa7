import { plainOf, ScalarAnswer } from "./answer.ts";
import { DateTime, toIso } from "./date-time.ts";
import { ErrorValue } from "./error-value.ts";
import { toJson } from "./json.ts";
import type { Value } from "./value.ts";

/** Digits that a double holds exactly; more show only the error of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
const LONGEST_DESCRIPTION = 40;

/**
 * Gives the text form of a value: what PRINT writes and `+` joins.
 * @returns null as "", dates as ISO 8601, errors as their message, lists and objects as JSON
 * @throws BasicError GB3023 for a list or object that contains itself
 */
export function toText(value: Value): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return numberText(value);
    case "boolean":
      return value ? "true" : "false";
    default:
      if (value === null) return "";
      if (value instanceof DateTime) return toIso(value);
      if (value instanceof ScalarAnswer) return toText(plainOf(value));
      // An error reads as its message wherever text is wanted.
      if (value instanceof ErrorValue && typeof value.message === "string") return value.message;
      return toJson(value);
  }
}

function numberText(value: number): string {
  const text = String(value);
  // A point and that many digits at most: nothing to round, which is the common case.
  if (text.length <= SIGNIFICANT_DIGITS + 1 || Number.isInteger(value)) return text;
  return String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}

/** Names a value in a message, in a few words and never failing: `"abc"`, `5`, `a list of 3 items`. */
export function describe(value: Value): string {
  if (value === null) return "null";
  if (value instanceof ScalarAnswer) return describe(plainOf(value));
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) {
    return `a list of ${String(value.length)} ${value.length === 1 ? "item" : "items"}`;
  }
  if (typeof value === "object" && !(value instanceof DateTime)) return "an object";
  return toText(value);
}

function quote(text: string): string {
  const cut = text.length > LONGEST_DESCRIPTION;
  return JSON.stringify(cut ? `${text.slice(0, LONGEST_DESCRIPTION)}…` : text);
}
