import type { Clock } from "../../host/host.ts";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { DateTime, fromMoment, momentOf, secondsOfDay } from "../../runtime/value/date-time.ts";
import { any, defineFunction, optional } from "../define.ts";

export const now = defineFunction({
  name: "NOW",
  parameters: [],
  returns: "date",
  summary: "Gives the date and time of the moment.",
  example: `TYPEOF(NOW())  ' "date"`,
  needs: ["clock"],
  run: ({ host }) => present(host.clock),
});

export const today = defineFunction({
  name: "TODAY",
  parameters: [],
  returns: "date",
  summary: "Gives the date of the day.",
  example: `HOUR(TODAY())  ' 0`,
  needs: ["clock"],
  run: ({ host }) => day(host.clock),
});

export const date = defineFunction({
  name: "DATE$",
  aliases: ["CDATE"],
  parameters: [optional(any("value"))],
  returns: "date",
  summary:
    "Reads a date from a text or from Unix seconds; without a value, gives the date of the day.",
  example: `CDATE("31/12/2026 23:59")  ' "2026-12-31 23:59"`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, value) =>
    value === undefined ? day(host.clock) : toDate(value, host.clock.zone),
});

export const time = defineFunction({
  name: "TIME$",
  parameters: [],
  returns: "text",
  summary: "Gives the time of the moment as hours, minutes and seconds.",
  example: `LEN(TIME())  ' 8`,
  needs: ["clock"],
  run: ({ host }) => momentOf(present(host.clock)).toFormat("HH:mm:ss"),
});

export const timer = defineFunction({
  name: "TIMER",
  parameters: [],
  returns: "number",
  summary: "Gives the seconds since midnight that the clock shows, with their fraction.",
  example: `TYPEOF(TIMER())  ' "number"`,
  needs: ["clock"],
  run: ({ host }) => secondsOfDay(present(host.clock)),
});

export const unixTime = defineFunction({
  name: "UNIXTIME",
  aliases: ["UNIX_TIME", "UNIX_TIMESTAMP", "TIMESTAMP"],
  parameters: [optional(any("date"))],
  returns: "number",
  summary:
    "Gives the whole seconds from the beginning of 1970 in UTC to a date, or to the moment; CDATE turns them back.",
  example: `UNIXTIME("1970-01-02T00:00:00Z")  ' 86400`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, value) => {
    const moment = value === undefined ? present(host.clock) : toDate(value, host.clock.zone);
    return Math.floor(moment.epoch / 1000);
  },
});

function present(clock: Clock): DateTime {
  return new DateTime(clock.now(), clock.zone);
}

function day(clock: Clock): DateTime {
  return fromMoment(momentOf(present(clock)), "day");
}
