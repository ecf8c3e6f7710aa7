import type { DateTime as Moment } from "luxon";
import {
  type DateTime,
  fromMoment,
  momentOf,
  secondsOfDay,
  shiftDate,
} from "../../runtime/value/date-time.ts";
import type { Unit } from "./unit.ts";

const DAYS_PER_WEEK = 7;
/** The units that a time of day can be moved by, in seconds. */
const CLOCK_UNITS: ReadonlyMap<Unit, number> = new Map([
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
]);
const CALENDAR_UNITS: ReadonlySet<Unit> = new Set(["year", "quarter", "month"]);

/**
 * Moves a date by units. A month later than the 31st is the last day of a shorter month; a time of
 * day goes round the clock and knows no days.
 * @param amount a fraction of a year, quarter or month is dropped
 * @throws BasicError GB3031 outside the years 1 to 9999
 */
export function addUnits(date: DateTime, amount: number, unit: Unit): DateTime {
  const seconds = CLOCK_UNITS.get(unit);
  if (date.precision === "time") return shiftDate(date, amount * (seconds ?? 0));
  const whole = CALENDAR_UNITS.has(unit) ? Math.trunc(amount) : amount;
  const moved = momentOf(date).plus({ [unit]: whole });
  const isDay = date.precision === "day" && seconds === undefined && Number.isInteger(whole);
  return fromMoment(moved, isDay ? "day" : "moment");
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

/**
 * Counts the whole units that pass from one date to another: from 23:59 to 00:01 is no day. Days
 * and longer ones are those of the calendar, whatever the clocks do in between.
 */
export function countPassed(from: DateTime, to: DateTime, unit: Unit): number {
  if (from.precision === "time" && to.precision === "time") {
    const seconds = secondsOfDay(to) - secondsOfDay(from);
    return Math.trunc(seconds / (CLOCK_UNITS.get(unit) ?? Infinity)) + 0;
  }
  const isElapsed = CLOCK_UNITS.has(unit);
  const start = isElapsed ? momentOf(from) : onTheWall(from, from.zone);
  const end = isElapsed ? momentOf(to) : onTheWall(to, from.zone);
  return Math.trunc(end.diff(start, unit).as(unit)) + 0;
}

/** What calendar and clock show, as if no clock ever changed. */
function onTheWall(date: DateTime, zone: string): Moment {
  const shown = momentOf(date).setZone(zone).setZone("UTC", { keepLocalTime: true });
  return date.precision === "day" ? shown.startOf("day") : shown;
}
