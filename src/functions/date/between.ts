import { toDate } from "../../runtime/value/date-conversion.ts";
import { any, defineFunction, type FunctionEntry } from "../define.ts";
import { countPassed } from "./count.ts";
import type { Unit } from "./unit.ts";

/** DAYS_BETWEEN and the like: the unit is in the name. */
export const betweenFunctions: readonly FunctionEntry[] = [
  between("second", `SECONDS_BETWEEN("2026-01-01 08:00", "2026-01-01 08:01")  ' 60`),
  between("minute", `MINUTES_BETWEEN("2026-01-01 08:00", "2026-01-01 08:30")  ' 30`),
  between("hour", `HOURS_BETWEEN("2026-01-01 08:00", "2026-01-01 10:30")  ' 2`),
  between("day", `DAYS_BETWEEN("2026-01-01", "2026-01-31")  ' 30`),
  between("week", `WEEKS_BETWEEN("2026-01-01", "2026-01-31")  ' 4`),
  between("month", `MONTHS_BETWEEN("2026-01-15", "2026-03-14")  ' 1`),
  between("year", `YEARS_BETWEEN("2000-05-20", "2026-05-19")  ' 25`),
];

function between(unit: Unit, example: string): FunctionEntry {
  const name = `${unit.toUpperCase()}S`;
  return defineFunction({
    name: `${name}_BETWEEN`,
    aliases: [`${name}BETWEEN`],
    parameters: [any("from"), any("to")],
    returns: "number",
    summary: `Counts the whole ${unit}s that pass from one date to another.`,
    example,
    raises: ["GB3030", "GB3031"],
    needs: ["clock"],
    run: ({ host }, from, to) => {
      const { zone } = host.clock;
      return countPassed(toDate(from, zone), toDate(to, zone), unit);
    },
  });
}
