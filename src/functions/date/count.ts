import { type DateTime, fromMoment, momentOf } from "../../runtime/value/date-time.ts";
import type { Unit } from "./unit.ts";

const DAYS_PER_WEEK = 7;
const CLOCK_UNITS: ReadonlySet<Unit> = new Set(["hour", "minute", "second"]);
const CALENDAR_UNITS: ReadonlySet<Unit> = new Set(["year", "quarter", "month"]);

/**
 * Moves a date by units. A month later than the 31st is the last day of a shorter month.
 * @param amount a fraction of a year, quarter or month is dropped
 */
export function addUnits(date: DateTime, amount: number, unit: Unit): DateTime {
  const whole = CALENDAR_UNITS.has(unit) ? Math.trunc(amount) : amount;
  const moved = momentOf(date).plus({ [unit]: whole });
  return fromMoment(moved, date.dateOnly && !CLOCK_UNITS.has(unit) && Number.isInteger(whole));
}

/**
 * Counts how often a unit begins from one date to another, as Visual Basic does: from 23:59 to
 * 00:01 is one day. A week is seven days. Negative where `to` comes first.
 */
export function countUnits(from: DateTime, to: DateTime, unit: Unit): number {
  if (unit === "week") return Math.trunc(countUnits(from, to, "day") / DAYS_PER_WEEK);
  const start = momentOf(from).startOf(unit);
  const end = momentOf(to).setZone(from.zone).startOf(unit);
  return Math.round(end.diff(start, unit).as(unit));
}
