import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/** A unit of time that dates are counted in. */
export type Unit = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

/** Full names in one and many, and the abbreviations of Visual Basic and of SQL. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...names("year", "yyyy", "yy", "yr", "yrs"),
  ...names("quarter", "q", "qq"),
  ...names("month", "m", "mm"),
  ...names("week", "ww", "wk"),
  ...names("day", "d", "dd"),
  ...names("hour", "h", "hh", "hr", "hrs"),
  ...names("minute", "n", "mi", "min", "mins"),
  ...names("second", "s", "ss", "sec", "secs"),
]);

/** Reads a unit such as "day", "days" or "d"; undefined for anything else. */
export function readUnit(value: Value | undefined): Unit | undefined {
  return typeof value === "string" ? UNITS.get(value.trim().toLowerCase()) : undefined;
}

/**
 * Takes the unit out of the arguments of a function that has it in any place.
 * @throws BasicError GB3032 where no argument is a unit
 */
export function takeUnit(args: readonly [Value, Value, Value]): {
  readonly unit: Unit;
  /** 0-based place of the unit among the arguments. */
  readonly at: number;
  readonly others: readonly [Value, Value];
} {
  const [first, second, third] = args;
  const at = args.findIndex((value) => readUnit(value) !== undefined);
  const unit = readUnit(args[at]);
  if (unit === undefined) {
    throw new BasicError(valueMessages.unknownUnit(describe(likelyUnit(args))));
  }
  const others = [[second, third] as const, [first, third] as const, [first, second] as const][at];
  return { unit, at, others: others ?? [first, second] };
}

/** The argument that was most likely meant as the unit: the text that has no digit. */
function likelyUnit(args: readonly [Value, Value, Value]): Value {
  const word = args.find((value) => typeof value === "string" && !/\d/.test(value));
  return word ?? args[2];
}

function names(unit: Unit, ...abbreviations: readonly string[]): [string, Unit][] {
  return [unit, `${unit}s`, ...abbreviations].map((name) => [name, unit]);
}
