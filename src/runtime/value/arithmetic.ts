import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { plainOf } from "./answer.ts";
import { addTime, DateTime, secondsBetween, secondsOfDay, shiftDate } from "./date-time.ts";
import { finite, toNumber } from "./number.ts";
import { toText } from "./text.ts";
import type { Value } from "./value.ts";

/**
 * `a + b`: joins where either is text, adds seconds or a time to a date, else adds numbers.
 * @throws BasicError GB3001 where neither is text and one is no number
 */
export function add(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number") return finite(a + b, "+");
  if (typeof a === "string") return a + (typeof b === "string" ? b : toText(b));
  if (typeof b === "string") return toText(a) + b;
  if (a instanceof DateTime) return addToDate(a, b);
  if (b instanceof DateTime) return shiftDate(b, toNumber(a));
  const [left, right] = [plainOf(a), plainOf(b)];
  if (left !== a || right !== b) return add(left, right);
  return finite(toNumber(a) + toNumber(b), "+");
}

/** `a & b`: joins the texts of both. */
export function concat(a: Value, b: Value): string {
  return toText(a) + toText(b);
}

/**
 * `a - b`: numbers, a date less seconds, or the seconds between two dates.
 * @throws BasicError GB3001 where an operand is no number
 */
export function subtract(a: Value, b: Value): Value {
  if (typeof a === "number" && typeof b === "number") return finite(a - b, "-");
  if (a instanceof DateTime) {
    return b instanceof DateTime ? subtractDates(a, b) : shiftDate(a, -toNumber(b));
  }
  return finite(toNumber(a) - toNumber(b), "-");
}

function addToDate(a: DateTime, b: Value): DateTime {
  const sum = b instanceof DateTime ? addTime(a, b) : undefined;
  return sum ?? shiftDate(a, toNumber(b));
}

/** A time of day is taken from a moment; else the seconds between both are what is asked for. */
function subtractDates(a: DateTime, b: DateTime): Value {
  const isTimeOff = b.precision === "time" && a.precision !== "time";
  return isTimeOff ? shiftDate(a, -secondsOfDay(b)) : secondsBetween(b, a);
}

/** `a * b`. @throws BasicError GB3001 where an operand is no number */
export function multiply(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number") return finite(a * b, "*");
  return finite(toNumber(a) * toNumber(b), "*");
}

/** `a / b`. @throws BasicError GB3002 for a zero divisor, GB3001 where an operand is no number */
export function divide(a: Value, b: Value): number {
  return finite(toNumber(a) / divisor(b), "/");
}

/** `a \ b`: the quotient without its fraction. @throws BasicError as `divide` does */
export function wholeDivide(a: Value, b: Value): number {
  return finite(Math.trunc(toNumber(a) / divisor(b)), "\\");
}

/** `a MOD b`: the remainder, with the sign of `a`. @throws BasicError as `divide` does */
export function modulo(a: Value, b: Value): number {
  return finite(toNumber(a) % divisor(b), "MOD");
}

/** `a ^ b`. @throws BasicError GB3003 where the result is no real number */
export function power(a: Value, b: Value): number {
  return finite(toNumber(a) ** toNumber(b), "^");
}

/** `-a`. @throws BasicError GB3001 where the operand is no number */
export function negate(a: Value): number {
  return -toNumber(a);
}

function divisor(value: Value): number {
  const number = toNumber(value);
  if (number === 0) throw new BasicError(valueMessages.divisionByZero());
  return number;
}
