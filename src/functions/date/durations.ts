import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number } from "../define.ts";

export const weeks = defineFunction({
  name: "WEEKS",
  parameters: [number("count")],
  returns: "number",
  summary: "Gives the seconds of weeks, to add to a date or take from it.",
  example: `WEEKS(1)  ' 604800`,
  run: (_, count) => finite(count * 604_800, "WEEKS"),
});

export const days = defineFunction({
  name: "DAYS",
  parameters: [number("count")],
  returns: "number",
  summary: "Gives the seconds of days, to add to a date or take from it.",
  example: `DAYS(2)  ' 172800`,
  run: (_, count) => finite(count * 86_400, "DAYS"),
});

export const hours = defineFunction({
  name: "HOURS",
  parameters: [number("count")],
  returns: "number",
  summary: "Gives the seconds of hours, to add to a date or take from it.",
  example: `HOURS(2)  ' 7200`,
  run: (_, count) => finite(count * 3600, "HOURS"),
});

export const minutes = defineFunction({
  name: "MINUTES",
  parameters: [number("count")],
  returns: "number",
  summary: "Gives the seconds of minutes, to add to a date or take from it.",
  example: `MINUTES(2)  ' 120`,
  run: (_, count) => finite(count * 60, "MINUTES"),
});

export const seconds = defineFunction({
  name: "SECONDS",
  parameters: [number("count")],
  returns: "number",
  summary: "Gives seconds, to add to a date or take from it.",
  example: `SECONDS(30)  ' 30`,
  run: (_, count) => count,
});
