import type { DateTime as Moment } from "luxon";
import { momentOf, toIso, type DateTime } from "./date-time.ts";
import type { Value } from "./value.ts";

const DAYS_PER_WEEK = 7;
const SATURDAY = 6;

/** The members of a date by name, in lower case and without underscores. */
const MEMBERS = new Map<string, (moment: Moment, date: DateTime) => Value>([
  ["year", ({ year }) => year],
  ["quarter", ({ quarter }) => quarter],
  ["month", ({ month }) => month],
  ["monthname", (moment) => nameIn(moment, "MMMM")],
  ["day", ({ day }) => day],
  ["dayofyear", ({ ordinal }) => ordinal],
  ["weekday", weekdayOf],
  ["weekdayname", (moment) => nameIn(moment, "EEEE")],
  ["isweekend", ({ weekday }) => weekday >= SATURDAY],
  ["hour", ({ hour }) => hour],
  ["minute", ({ minute }) => minute],
  ["second", ({ second }) => second],
  ["millisecond", ({ millisecond }) => millisecond],
  ["timestamp", (moment) => Math.floor(moment.toSeconds())],
  ["date", (moment) => moment.toFormat("yyyy-MM-dd")],
  ["time", (moment) => moment.toFormat("HH:mm:ss")],
  ["formatted", (moment) => moment.toFormat("yyyy-MM-dd HH:mm:ss")],
  ["iso", (_, date) => toIso(date)],
]);

/**
 * Reads a member of a date, such as `NOW().year` or `NOW().weekday_name`.
 * @returns null where a date has no member of that name
 */
export function dateMember(date: DateTime, name: string): Value {
  const read = MEMBERS.get(name.toLowerCase().replaceAll("_", ""));
  return read === undefined ? null : read(momentOf(date), date);
}

/** Gives the day of the week from 1 for Sunday to 7 for Saturday. */
export function weekdayOf({ weekday }: Moment): number {
  return (weekday % DAYS_PER_WEEK) + 1;
}

function nameIn(moment: Moment, token: string): string {
  return moment.setLocale("en-US").toFormat(token);
}
