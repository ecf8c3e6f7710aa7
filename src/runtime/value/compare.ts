import { plainOf } from "./answer.ts";
import { deepEquals, isNested } from "./deep-equals.ts";
import { parseDate } from "./date-text.ts";
import { DateTime } from "./date-time.ts";
import { parseNumber } from "./number.ts";
import { toText } from "./text.ts";
import type { Value } from "./value.ts";

/**
 * Tells whether two values are equal: a number and numeric text as numbers, a date and the text of
 * one as dates, lists and objects by what they hold, other mixed pairs as text (null is "").
 */
export function equals(a: Value, b: Value): boolean {
  if (a === b) return true;
  const kind = typeof a;
  if (kind !== "object" && kind === typeof b) return false;
  if (isNested(a) && isNested(b)) return deepEquals(a, b, simpleEquals);
  return simpleEquals(a, b);
}

/**
 * Orders two values by the rules of `equals`; text by character code, null before all else.
 * @returns less than 0 where `a` comes first, 0 where they are equal, else more than 0
 */
export function order(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return orderTexts(a, b);
  const numbers = asNumbers(plainOf(a), plainOf(b));
  if (numbers !== undefined) return numbers[0] - numbers[1];
  if (isNested(a) && isNested(b) && equals(a, b)) return 0;
  return orderTexts(toText(a), toText(b));
}

function simpleEquals(left: Value, right: Value): boolean {
  const [a, b] = [plainOf(left), plainOf(right)];
  const numbers = asNumbers(a, b);
  if (numbers !== undefined) return numbers[0] === numbers[1];
  // The text of a list or an object is costly, and only a text can be equal to it.
  if (isNested(a)) return typeof b === "string" && toText(a) === b;
  if (isNested(b)) return typeof a === "string" && a === toText(b);
  return toText(a) === toText(b);
}

/** Both as numbers where one is a number or a date and the other can be read as the same. */
function asNumbers(a: Value, b: Value): readonly [number, number] | undefined {
  if (typeof a === "number" || typeof b === "number") {
    const left = asNumber(a);
    const right = asNumber(b);
    return left === undefined || right === undefined ? undefined : [left, right];
  }
  if (!(a instanceof DateTime) && !(b instanceof DateTime)) return undefined;
  const left = asEpoch(a, b);
  const right = asEpoch(b, a);
  return left === undefined || right === undefined ? undefined : [left, right];
}

function asNumber(value: Value): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" ? parseNumber(value) : undefined;
}

function asEpoch(value: Value, other: Value): number | undefined {
  if (value instanceof DateTime) return value.epoch;
  if (typeof value !== "string" || !(other instanceof DateTime)) return undefined;
  return parseDate(value, other.zone)?.epoch;
}

function orderTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
