import { DateTime as Moment } from "luxon";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { fromMoment, momentOf, secondsOfDay, timeOfDay } from "../../runtime/value/date-time.ts";
import { toWhole } from "../../runtime/value/number.ts";
import { any, defineFunction, number } from "../define.ts";

/** Two digits mean the years from 1930 to 2029, as in Visual Basic. */
const LAST_SHORT_YEAR = 99;
const FIRST_OF_1900S = 30;

export const dateSerial = defineFunction({
  name: "DATESERIAL",
  parameters: [number("year"), number("month"), number("day")],
  returns: "date",
  summary:
    "Makes a date of a year, a month and a day; what is too much goes over, so that month 13 is next January and day 0 the last one of the month before.",
  example: `DATESERIAL(2026, 2, 30)  ' "2026-03-02"`,
  raises: ["GB3031"],
  needs: ["clock"],
  run: ({ host }, year, month, day) => {
    const start = Moment.fromObject({ year: fullYear(year), month: 1 }, { zone: host.clock.zone });
    const moved = start.plus({ months: toWhole(month) - 1 }).plus({ days: toWhole(day) - 1 });
    return fromMoment(moved, "day");
  },
});

export const timeSerial = defineFunction({
  name: "TIMESERIAL",
  parameters: [number("hour"), number("minute"), number("second")],
  returns: "date",
  summary: "Makes a time of an hour, a minute and a second; what is too much goes over.",
  example: `TIMESERIAL(14, 90, 0)  ' "15:30:00"`,
  run: (_, hour, minute, second) =>
    timeOfDay(toWhole(hour) * 3600 + toWhole(minute) * 60 + toWhole(second)),
});

export const dateValue = defineFunction({
  name: "DATEVALUE",
  parameters: [any("value")],
  returns: "date",
  summary: "Reads the day of a date and leaves its time out.",
  example: `DATEVALUE("2026-12-31 23:59")  ' "2026-12-31"`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, value) => fromMoment(momentOf(toDate(value, host.clock.zone)), "day"),
});

export const timeValue = defineFunction({
  name: "TIMEVALUE",
  parameters: [any("value")],
  returns: "date",
  summary: "Reads the time of day of a time or a date; a day plus a time is that time of the day.",
  example: `TIMEVALUE("2:30 PM")  ' "14:30:00"`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, value) => timeOfDay(secondsOfDay(toDate(value, host.clock.zone))),
});

function fullYear(written: number): number {
  const year = toWhole(written);
  if (year < 0 || year > LAST_SHORT_YEAR) return year;
  return year + (year < FIRST_OF_1900S ? 2000 : 1900);
}
