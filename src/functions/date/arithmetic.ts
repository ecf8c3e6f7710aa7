import { toDate } from "../../runtime/value/date-conversion.ts";
import { fromMoment, momentOf } from "../../runtime/value/date-time.ts";
import { toNumber } from "../../runtime/value/number.ts";
import { any, defineFunction, number, optional } from "../define.ts";
import { addUnits, countUnits } from "./count.ts";
import { readUnit, toUnit } from "./unit.ts";

export const dateAdd = defineFunction({
  name: "DATEADD",
  aliases: ["DATE_ADD"],
  parameters: [any("date"), any("amount"), any("unit")],
  returns: "any",
  summary:
    "Moves a date by an amount of units; unit and amount in either order, or unit, amount, date.",
  example: `DATEADD("2026-01-31", 1, "month")  ' "2026-02-28"`,
  needs: ["clock"],
  run: ([first, second, third], { host }) => {
    const { zone } = host.clock;
    const leading = readUnit(first);
    if (leading !== undefined) return addUnits(toDate(third, zone), toNumber(second), leading);
    const middle = readUnit(second);
    if (middle !== undefined) return addUnits(toDate(first, zone), toNumber(third), middle);
    return addUnits(toDate(first, zone), toNumber(second), toUnit(third));
  },
});

export const dateDiff = defineFunction({
  name: "DATEDIFF",
  aliases: ["DATE_DIFF"],
  parameters: [any("from"), any("to"), optional(any("unit"))],
  returns: "number",
  summary:
    "Counts the units from one date to another, days where no unit is given; the unit may come first.",
  example: `DATEDIFF("2026-01-01", "2026-03-01", "month")  ' 2`,
  needs: ["clock"],
  run: ([first, second, third = "day"], { host }) => {
    const { zone } = host.clock;
    const leading = readUnit(first);
    if (leading !== undefined)
      return countUnits(toDate(second, zone), toDate(third, zone), leading);
    const middle = readUnit(second);
    if (middle !== undefined) return countUnits(toDate(first, zone), toDate(third, zone), middle);
    return countUnits(toDate(first, zone), toDate(second, zone), toUnit(third));
  },
});

export const addDays = defineFunction({
  name: "ADD_DAYS",
  aliases: ["ADDDAYS"],
  parameters: [any("date"), number("days")],
  returns: "any",
  summary: "Moves a date by days.",
  example: `ADD_DAYS("2026-02-28", 1)  ' "2026-03-01"`,
  needs: ["clock"],
  run: ([date, days], { host }) => addUnits(toDate(date, host.clock.zone), days, "day"),
});

export const endOfMonth = defineFunction({
  name: "EOMONTH",
  parameters: [any("date"), optional(number("months"))],
  returns: "any",
  summary: "Gives the last day of the month of a date, or of one that is months away from it.",
  example: `EOMONTH("2026-01-15", 1)  ' "2026-02-28"`,
  needs: ["clock"],
  run: ([date, months = 0], { host }) => {
    const moved = addUnits(toDate(date, host.clock.zone), months, "month");
    return fromMoment(momentOf(moved).endOf("month").startOf("day"), true);
  },
});
