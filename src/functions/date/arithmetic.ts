import { toDate } from "../../runtime/value/date-conversion.ts";
import { DateTime, fromMoment, momentOf } from "../../runtime/value/date-time.ts";
import { parseNumber, toNumber } from "../../runtime/value/number.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, number, optional, type FunctionEntry } from "../define.ts";
import { addUnits, countUnits } from "./count.ts";
import { takeUnit, type Unit } from "./unit.ts";

export const dateAdd = defineFunction({
  name: "DATEADD",
  aliases: ["DATE_ADD"],
  parameters: [any("date"), any("amount"), any("unit")],
  returns: "date",
  summary: "Moves a date by an amount of units; the three in any order.",
  example: `DATEADD("2026-01-31", 1, "month")  ' "2026-02-28"`,
  raises: ["GB3001", "GB3030", "GB3031", "GB3032"],
  needs: ["clock"],
  run: ({ host }, ...args) => {
    const { unit, at, others } = takeUnit(args);
    const [date, amount] = dateFirst(others, at === 0);
    return addUnits(toDate(date, host.clock.zone), toNumber(amount), unit);
  },
});

export const dateDiff = defineFunction({
  name: "DATEDIFF",
  aliases: ["DATE_DIFF"],
  parameters: [any("from"), any("to"), optional(any("unit"))],
  returns: "number",
  summary:
    "Counts the units from one date to another, days where no unit is given; the unit may stand in any place.",
  example: `DATEDIFF("2026-01-01", "2026-03-01", "month")  ' 2`,
  raises: ["GB3030", "GB3031", "GB3032"],
  needs: ["clock"],
  run: ({ host }, first, second, third = "day") => {
    const { zone } = host.clock;
    const { unit, others } = takeUnit([first, second, third]);
    const [from, to] = others;
    return countUnits(toDate(from, zone), toDate(to, zone), unit);
  },
});

/** ADD_DAYS and the like: the unit is in the name. */
export const adders: readonly FunctionEntry[] = [
  adder("second", `ADD_SECONDS("10:00", 30)  ' "10:00:30"`),
  adder("minute", `ADD_MINUTES("10:00", 90)  ' "11:30:00"`),
  adder("hour", `ADD_HOURS("2026-01-01 23:00", 2)  ' "2026-01-02 01:00"`),
  adder("day", `ADD_DAYS("2026-02-28", 1)  ' "2026-03-01"`),
  adder("week", `ADD_WEEKS("2026-02-28", 1)  ' "2026-03-07"`),
  adder("month", `ADD_MONTHS("2026-01-31", 1)  ' "2026-02-28"`),
  adder("year", `ADD_YEARS("2026-01-31", 1)  ' "2027-01-31"`),
];

export const endOfMonth = defineFunction({
  name: "EOMONTH",
  parameters: [any("date"), optional(number("months"))],
  returns: "date",
  summary: "Gives the last day of the month of a date, or of one that is months away from it.",
  example: `EOMONTH("2026-01-15", 1)  ' "2026-02-28"`,
  raises: ["GB3030", "GB3031"],
  needs: ["clock"],
  run: ({ host }, date, months = 0) => {
    const moved = addUnits(toDate(date, host.clock.zone), months, "month");
    return fromMoment(momentOf(moved).endOf("month"), "day");
  },
});

function adder(unit: Unit, example: string): FunctionEntry {
  const name = `${unit.toUpperCase()}S`;
  return defineFunction({
    name: `ADD_${name}`,
    aliases: [`ADD${name}`],
    parameters: [any("date"), number("count")],
    returns: "date",
    summary: `Moves a date by ${unit}s.`,
    example,
    raises: ["GB3030", "GB3031"],
    needs: ["clock"],
    run: ({ host }, date, count) => addUnits(toDate(date, host.clock.zone), count, unit),
  });
}

/**
 * Tells the date from the amount: a date, or what cannot be a number, is the date.
 * @param amountFirst which of them comes first where both could be either, as for Unix seconds
 */
function dateFirst([a, b]: readonly [Value, Value], amountFirst: boolean): readonly [Value, Value] {
  const isAmount = [a, b].map(couldBeAmount);
  if (isAmount[0] === isAmount[1]) return amountFirst ? [b, a] : [a, b];
  return isAmount[0] === true ? [b, a] : [a, b];
}

function couldBeAmount(value: Value): boolean {
  if (value instanceof DateTime) return false;
  return typeof value !== "string" || parseNumber(value) !== undefined;
}
