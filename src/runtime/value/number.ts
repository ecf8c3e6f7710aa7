import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { plainOf } from "./answer.ts";
import { describe } from "./text.ts";
import type { Value } from "./value.ts";

// No two parts of it can match the same characters, so that it takes linear time.
const NUMERIC = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads numeric text: an optional sign, digits with an optional decimal point, an optional
 * exponent, blanks around it.
 * @returns undefined for any other text, the empty one and numbers too large to hold included
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!NUMERIC.test(trimmed)) return undefined;
  const parsed = Number(trimmed);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/**
 * Converts a value to a number: null and false to 0, true to 1 (Visual Basic's -1 surprises
 * whoever counts with it, and JSON's readers expect 1), numeric text to what it says.
 * @throws BasicError GB3001 for any other value, the empty text included
 */
export function toNumber(given: Value): number {
  if (typeof given === "number") return given;
  const value = plainOf(given);
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  const parsed = typeof value === "string" ? parseNumber(value) : undefined;
  if (parsed === undefined) throw new BasicError(valueMessages.notNumber(describe(value)));
  return parsed;
}

/**
 * Converts to a whole number, halves to the even neighbour, as the `%` of Visual Basic does.
 * @throws BasicError GB3001 where the value is no number
 */
export function toWhole(value: Value): number {
  const number = toNumber(value);
  const rounded = Math.round(number);
  const isHalf = Math.abs(number % 1) === 0.5;
  // `+ 0` turns -0, which Math.round gives for -0.2, into 0.
  return (isHalf && rounded % 2 !== 0 ? rounded - 1 : rounded) + 0;
}

/**
 * Lets real numbers pass.
 * @param operation what was computed, for the message: `10 ^ 400`
 * @throws BasicError GB3003 for Infinity and NaN
 */
export function finite(result: number, operation: string): number {
  if (Number.isFinite(result)) return result;
  throw new BasicError(valueMessages.numberTooLarge(operation));
}
