import type { DateTime as Moment } from "luxon";
import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { weekdayOf } from "../../runtime/value/date-members.ts";
import { momentOf } from "../../runtime/value/date-time.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, number, optional, type FunctionEntry } from "../define.ts";

const DAYS_PER_WEEK = 7;
const SATURDAY = 6;
type ReadPart = (moment: Moment) => number;

const READERS = {
  year: ({ year }) => year,
  quarter: ({ quarter }) => quarter,
  month: ({ month }) => month,
  dayOfYear: ({ ordinal }) => ordinal,
  day: ({ day }) => day,
  weekday: weekdayOf,
  week: weekOf,
  hour: ({ hour }) => hour,
  minute: ({ minute }) => minute,
  second: ({ second }) => second,
} satisfies Readonly<Record<string, ReadPart>>;

/** Visual Basic's abbreviations for the parts of a date, and their names. */
const PARTS: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>(
  [
    { read: READERS.year, names: ["yyyy", "yy", "year"] },
    { read: READERS.quarter, names: ["q", "quarter"] },
    { read: READERS.month, names: ["m", "mm", "month"] },
    { read: READERS.dayOfYear, names: ["y", "dy", "dayofyear", "day of year", "day_of_year"] },
    { read: READERS.day, names: ["d", "dd", "day"] },
    { read: READERS.weekday, names: ["w", "dw", "weekday"] },
    { read: READERS.week, names: ["ww", "wk", "week"] },
    { read: READERS.hour, names: ["h", "hh", "hour"] },
    { read: READERS.minute, names: ["n", "mi", "minute"] },
    { read: READERS.second, names: ["s", "ss", "second"] },
  ].flatMap(({ read, names }) => names.map((name) => [name, read] as const)),
);

/** YEAR, MONTH and the other functions that read one part of a date. */
export const partFunctions: readonly FunctionEntry<"clock">[] = [
  part("YEAR", READERS.year, "the year of a date", `YEAR("2026-12-31")  ' 2026`),
  part("QUARTER", READERS.quarter, "the quarter of a date, from 1", `QUARTER("2026-12-31")  ' 4`),
  part("MONTH", READERS.month, "the month of a date, from 1", `MONTH("2026-12-31")  ' 12`),
  part("DAY", READERS.day, "the day of the month of a date", `DAY("2026-12-31")  ' 31`),
  part("DAYOFYEAR", READERS.dayOfYear, "the day of the year", `DAYOFYEAR("2026-02-01")  ' 32`),
  part("HOUR", READERS.hour, "the hour of a date, from 0 to 23", `HOUR("2026-12-31 23:59")  ' 23`),
  part("MINUTE", READERS.minute, "the minute of a date", `MINUTE("2026-12-31 23:59")  ' 59`),
  part("SECOND", READERS.second, "the second of a date", `SECOND("2026-12-31 23:59:30")  ' 30`),
  part(
    "WEEKNUM",
    READERS.week,
    "the week of the year, of which each begins on a Sunday and the first has January 1",
    `WEEKNUM("2026-01-04")  ' 2`,
  ),
  part(
    "ISOWEEKNUM",
    ({ weekNumber }) => weekNumber,
    "the week of the year by ISO 8601, of which each begins on a Monday",
    `ISOWEEKNUM("2026-01-04")  ' 1`,
  ),
];

export const weekday = defineFunction({
  name: "WEEKDAY",
  parameters: [any("date"), optional(number("firstDay"))],
  returns: "number",
  summary:
    "Gives the day of the week of a date, from 1 for Sunday to 7 for Saturday; with a first day of 2, from 1 for Monday.",
  example: `WEEKDAY("2026-12-31")  ' 5`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, date, firstDay = 1) => {
    const day = weekdayOf(momentOf(toDate(date, host.clock.zone)));
    const first = Math.trunc(firstDay) || 1;
    return ((((day - first) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
  },
});

export const isWeekend = defineFunction({
  name: "ISWEEKEND",
  aliases: ["IS_WEEKEND"],
  parameters: [any("date")],
  returns: "boolean",
  summary: "Tells whether a date is a Saturday or a Sunday.",
  example: `ISWEEKEND("2026-11-21")  ' true`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, date) => momentOf(toDate(date, host.clock.zone)).weekday >= SATURDAY,
});

export const datePart = defineFunction({
  name: "DATEPART",
  aliases: ["DATE_PART"],
  parameters: [any("part"), any("date")],
  returns: "number",
  summary:
    'Gives a part of a date: "yyyy", "q", "m", "y" (day of the year), "d", "w" (weekday), "ww" (week), "h", "n", "s" or their names; the date may come first.',
  example: `DATEPART("q", "2026-12-31")  ' 4`,
  raises: ["GB3030", "GB3031", "GB3073"],
  needs: ["clock"],
  run: ({ host }, first, second) => {
    const leading = readerOf(first);
    const read = leading ?? readerOf(second);
    if (read === undefined) throw new BasicError(functionMessages.unknownPart(describe(first)));
    const date = leading === undefined ? first : second;
    return read(momentOf(toDate(date, host.clock.zone)));
  },
});

function readerOf(value: Value): ReadPart | undefined {
  return typeof value === "string" ? PARTS.get(value.trim().toLowerCase()) : undefined;
}

function part(name: string, read: ReadPart, what: string, example: string): FunctionEntry<"clock"> {
  return defineFunction({
    name,
    parameters: [any("date")],
    returns: "number",
    summary: `Gives ${what}.`,
    example,
    raises: ["GB3030", "GB3031"],
    needs: ["clock"],
    run: ({ host }, date) => read(momentOf(toDate(date, host.clock.zone))),
  });
}

/** The week as Visual Basic counts it unless told otherwise. */
function weekOf(moment: Moment): number {
  const before = weekdayOf(moment.startOf("year")) - 1;
  return Math.floor((moment.ordinal - 1 + before) / DAYS_PER_WEEK) + 1;
}
