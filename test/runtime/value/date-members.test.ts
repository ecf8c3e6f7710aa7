import { expect, test } from "vitest";
import { add, subtract } from "../../../src/runtime/value/arithmetic.ts";
import { toDate } from "../../../src/runtime/value/date-conversion.ts";
import { getMember } from "../../../src/runtime/value/member.ts";
import { toText } from "../../../src/runtime/value/text.ts";

const MOMENT = toDate("2026-11-21 22:30:15.250", "America/Sao_Paulo");

test.each([
  ["year", 2026],
  ["month", 11],
  ["day", 21],
  ["hour", 22],
  ["minute", 30],
  ["second", 15],
  ["millisecond", 250],
  ["weekday", 7],
  ["weekday_name", "Saturday"],
  ["month_name", "November"],
  ["quarter", 4],
  ["day_of_year", 325],
  ["dayOfYear", 325],
  ["is_weekend", true],
  ["timestamp", 1_795_311_015],
  ["date", "2026-11-21"],
  ["time", "22:30:15"],
  ["formatted", "2026-11-21 22:30:15"],
  ["iso", "2026-11-21T22:30:15.250-03:00"],
  ["YEAR", 2026],
  ["length", null],
  ["century", null],
  ["__proto__", null],
  ["constructor", null],
])("the member %s of a date is %j", (name, expected) => {
  expect(getMember(MOMENT, name)).toBe(expected);
});

test("a time of day moves a date and goes round the clock", () => {
  const zone = "America/New_York";
  const day = toDate("2026-03-08", zone);
  const time = toDate("14:30", zone);
  // The clocks went on by an hour that night, and yet the clock shows half past two.
  expect(toText(add(day, time))).toBe("2026-03-08T14:30:00-04:00");
  expect(toText(add(time, day))).toBe("2026-03-08T14:30:00-04:00");
  expect(toText(subtract(toDate("2026-03-08 15:00", zone), time))).toBe(
    "2026-03-07T23:30:00-05:00",
  );
  expect(toText(add(time, 36_000))).toBe("00:30:00");
  expect(toText(subtract(time, 54_000))).toBe("23:30:00");
  expect(subtract(time, toDate("14:00", zone))).toBe(1800);
  expect(toText(add(toDate("20:00", zone), time))).toBe("10:30:00");
});
