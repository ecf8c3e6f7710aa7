import type { Clock } from "../../host/host.ts";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { DateTime, fromMoment, momentOf } from "../../runtime/value/date-time.ts";
import { any, defineFunction, optional } from "../define.ts";

export const now = defineFunction({
  name: "NOW",
  parameters: [],
  returns: "any",
  summary: "Gives the date and time of the moment.",
  example: `TYPEOF(NOW())  ' "date"`,
  needs: ["clock"],
  run: (_, { host }) => present(host.clock),
});

export const today = defineFunction({
  name: "TODAY",
  parameters: [],
  returns: "any",
  summary: "Gives the date of the day.",
  example: `HOUR(TODAY())  ' 0`,
  needs: ["clock"],
  run: (_, { host }) => day(host.clock),
});

export const date = defineFunction({
  name: "DATE$",
  aliases: ["CDATE", "DATEVALUE"],
  parameters: [optional(any("value"))],
  returns: "any",
  summary:
    "Reads a date from a text or from Unix seconds; without a value, gives the date of the day.",
  example: `CDATE("31/12/2026 23:59")  ' "2026-12-31 23:59"`,
  needs: ["clock"],
  run: ([value], { host }) =>
    value === undefined ? day(host.clock) : toDate(value, host.clock.zone),
});

export const time = defineFunction({
  name: "TIME$",
  parameters: [],
  returns: "text",
  summary: "Gives the time of the moment as hours, minutes and seconds.",
  example: `LEN(TIME())  ' 8`,
  needs: ["clock"],
  run: (_, { host }) => momentOf(present(host.clock)).toFormat("HH:mm:ss"),
});

export const timer = defineFunction({
  name: "TIMER",
  parameters: [],
  returns: "number",
  summary: "Gives the seconds since midnight, with their fraction.",
  example: `TYPEOF(TIMER())  ' "number"`,
  needs: ["clock"],
  run: (_, { host }) => {
    const moment = momentOf(present(host.clock));
    return moment.diff(moment.startOf("day")).toMillis() / 1000;
  },
});

function present(clock: Clock): DateTime {
  return new DateTime(clock.now(), clock.zone);
}

function day(clock: Clock): DateTime {
  return fromMoment(momentOf(present(clock)).startOf("day"), true);
}
