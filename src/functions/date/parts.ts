import { toDate } from "../../runtime/value/date-conversion.ts";
import { momentOf } from "../../runtime/value/date-time.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction } from "../define.ts";

const DAYS_PER_WEEK = 7;

export const year = defineFunction({
  name: "YEAR",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the year of a date.",
  example: `YEAR("2026-12-31")  ' 2026`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).year,
});

export const month = defineFunction({
  name: "MONTH",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the month of a date, from 1.",
  example: `MONTH("2026-12-31")  ' 12`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).month,
});

export const dayOfMonth = defineFunction({
  name: "DAY",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the day of the month of a date.",
  example: `DAY("2026-12-31")  ' 31`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).day,
});

export const hour = defineFunction({
  name: "HOUR",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the hour of a date, from 0 to 23.",
  example: `HOUR("2026-12-31 23:59")  ' 23`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).hour,
});

export const minute = defineFunction({
  name: "MINUTE",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the minute of a date.",
  example: `MINUTE("2026-12-31 23:59")  ' 59`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).minute,
});

export const second = defineFunction({
  name: "SECOND",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the second of a date.",
  example: `SECOND("2026-12-31 23:59:30")  ' 30`,
  needs: ["clock"],
  run: ([date], { host }) => momentFor(date, host.clock.zone).second,
});

export const weekday = defineFunction({
  name: "WEEKDAY",
  parameters: [any("date")],
  returns: "number",
  summary: "Gives the day of the week of a date, from 1 for Sunday to 7 for Saturday.",
  example: `WEEKDAY("2026-12-31")  ' 5`,
  needs: ["clock"],
  run: ([date], { host }) => (momentFor(date, host.clock.zone).weekday % DAYS_PER_WEEK) + 1,
});

function momentFor(value: Value, zone: string) {
  return momentOf(toDate(value, zone));
}
