import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/** A unit of time that dates are counted in. */
export type Unit = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

/** Full names in one and many, and the abbreviations of Visual Basic. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...names("year", "yyyy"),
  ...names("quarter", "q"),
  ...names("month", "m"),
  ...names("week", "ww"),
  ...names("day", "d"),
  ...names("hour", "h"),
  ...names("minute", "n"),
  ...names("second", "s"),
]);

/** Reads a unit such as "day", "days" or "d"; undefined for anything else. */
export function readUnit(value: Value | undefined): Unit | undefined {
  return typeof value === "string" ? UNITS.get(value.trim().toLowerCase()) : undefined;
}

/** Reads a unit. @throws BasicError GB3032 for anything else */
export function toUnit(value: Value): Unit {
  const unit = readUnit(value);
  if (unit === undefined) throw new BasicError(valueMessages.unknownUnit(describe(value)));
  return unit;
}

function names(unit: Unit, abbreviation: string): [string, Unit][] {
  return [
    [unit, unit],
    [`${unit}s`, unit],
    [abbreviation, unit],
  ];
}
