import { toDate } from "../../runtime/value/date-conversion.ts";
import { any, defineFunction } from "../define.ts";
import { secondsBetween } from "../../runtime/value/date-time.ts";
import type { Value } from "../../runtime/value/value.ts";

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

export const daysBetween = defineFunction({
  name: "DAYS_BETWEEN",
  parameters: [any("from"), any("to")],
  returns: "number",
  summary: "Counts the whole days that pass from one date to another.",
  example: `DAYS_BETWEEN("2026-01-01", "2026-01-31")  ' 30`,
  needs: ["clock"],
  run: ([from, to], { host }) => whole(from, to, SECONDS_PER_DAY, host.clock.zone),
});

export const hoursBetween = defineFunction({
  name: "HOURS_BETWEEN",
  parameters: [any("from"), any("to")],
  returns: "number",
  summary: "Counts the whole hours that pass from one date to another.",
  example: `HOURS_BETWEEN("2026-01-01 08:00", "2026-01-01 10:30")  ' 2`,
  needs: ["clock"],
  run: ([from, to], { host }) => whole(from, to, SECONDS_PER_HOUR, host.clock.zone),
});

export const minutesBetween = defineFunction({
  name: "MINUTES_BETWEEN",
  parameters: [any("from"), any("to")],
  returns: "number",
  summary: "Counts the whole minutes that pass from one date to another.",
  example: `MINUTES_BETWEEN("2026-01-01 08:00", "2026-01-01 08:30")  ' 30`,
  needs: ["clock"],
  run: ([from, to], { host }) => whole(from, to, SECONDS_PER_MINUTE, host.clock.zone),
});

export const secondsBetweenFunction = defineFunction({
  name: "SECONDS_BETWEEN",
  parameters: [any("from"), any("to")],
  returns: "number",
  summary: "Counts the whole seconds that pass from one date to another.",
  example: `SECONDS_BETWEEN("2026-01-01 08:00", "2026-01-01 08:01")  ' 60`,
  needs: ["clock"],
  run: ([from, to], { host }) => whole(from, to, 1, host.clock.zone),
});

function whole(from: Value, to: Value, unitSeconds: number, zone: string): number {
  return Math.trunc(secondsBetween(toDate(from, zone), toDate(to, zone)) / unitSeconds);
}
