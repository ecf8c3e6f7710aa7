import { expect, test } from "vitest";
import { toText } from "../../src/runtime/value/text.ts";
import { failure } from "../runtime/value/basic-error.ts";
import { evaluate } from "./evaluate.ts";

const SAO_PAULO = { zone: "America/Sao_Paulo", now: "2026-11-22T01:30:15.250Z" };

test.each([
  [`NOW()`, "2026-11-21T22:30:15.250-03:00"],
  [`TODAY()`, "2026-11-21"],
  [`DATE()`, "2026-11-21"],
  [`TIME()`, "22:30:15"],
  [`TIMER()`, "81015.25"],
  [`YEAR(NOW())`, "2026"],
  [`DAY(NOW())`, "21"],
  [`HOUR("2026-01-01T00:30:00Z")`, "21"],
  [`WEEKDAY("2026-11-22")`, "1"],
  [`WEEKDAY("2026-11-21")`, "7"],
  [`CDATE("2026-01-01")`, "2026-01-01"],
  [`CDATE(0)`, "1969-12-31T21:00:00-03:00"],
  [`DATEADD("2026-01-01", "day", 1)`, "2026-01-02"],
  [`DATEADD("2026-01-01", 1, "days")`, "2026-01-02"],
  [`DATEADD("d", 1, "2026-01-01")`, "2026-01-02"],
  [`DATEADD("2026-01-01", "2", "Weeks")`, "2026-01-15"],
  [`DATEADD("2024-02-29", 1, "yyyy")`, "2025-02-28"],
  [`DATEADD("2026-03-31", -1, "m")`, "2026-02-28"],
  [`DATEADD("2026-01-01", 1, "q")`, "2026-04-01"],
  [`DATEADD("2026-01-01", 90, "n")`, "2026-01-01T01:30:00-03:00"],
  [`DATEADD("2026-01-01", 0.5, "day")`, "2026-01-01T12:00:00-03:00"],
  [`DATEADD("2026-01-01", 1.9, "month")`, "2026-02-01"],
  [`DATEADD("2026-01-01 10:00", 1, "hour")`, "2026-01-01T11:00:00-03:00"],
  [`DATEDIFF("2026-01-01", "2026-01-31")`, "30"],
  [`DATEDIFF("2026-01-31", "2026-01-01")`, "-30"],
  [`DATEDIFF("2026-01-01", "2026-01-31", "day")`, "30"],
  [`DATEDIFF("day", "2026-01-01", "2026-01-31")`, "30"],
  [`DATEDIFF("2026-01-01", "day", "2026-01-31")`, "30"],
  [`DATEDIFF("2026-01-01 23:59", "2026-01-02 00:01", "day")`, "1"],
  [`DATEDIFF("2025-12-31", "2026-01-01", "year")`, "1"],
  [`DATEDIFF("2025-12-31", "2026-01-01", "quarter")`, "1"],
  [`DATEDIFF("2026-01-01", "2026-01-14", "week")`, "1"],
  [`DATEDIFF("minute", "2026-01-01 10:00", "2026-01-01 11:30")`, "90"],
  [`DATEDIFF("s", "2026-01-01T00:00:00Z", "2025-12-31T21:01:00-03:00")`, "60"],
  [`DAYS_BETWEEN("2026-01-01 23:59", "2026-01-02 00:01")`, "0"],
  [`HOURS_BETWEEN("2026-01-02", "2026-01-01")`, "-24"],
  [`ADD_DAYS(TODAY(), -1)`, "2026-11-20"],
  [`EOMONTH("2024-02-10")`, "2024-02-29"],
  [`EOMONTH("2026-01-31", 1)`, "2026-02-28"],
  [`EOMONTH("2026-01-31 10:00", -1)`, "2025-12-31"],
  [`WEEKS(0.5)`, "302400"],
])("%s is %s", (source, expected) => {
  expect(toText(evaluate(source, SAO_PAULO))).toBe(expected);
});

test("days are counted, not hours, where clocks change", () => {
  const around = { zone: "America/New_York" };
  expect(evaluate(`DATEDIFF("2026-03-07", "2026-03-09", "day")`, around)).toBe(2);
  expect(evaluate(`DAYS_BETWEEN("2026-03-08", "2026-03-09")`, around)).toBe(1);
  expect(evaluate(`DATEDIFF("2026-03-08", "2026-03-09", "hour")`, around)).toBe(23);
});

test.each([
  ["GB3030", `YEAR("soon")`],
  ["GB3030", `YEAR(NULL)`],
  ["GB3030", `DATEADD("soon", 1, "day")`],
  ["GB3032", `DATEADD("2026-01-01", 1, "fortnight")`],
  ["GB3032", `DATEADD("2026-01-01", 1, 2)`],
  ["GB3032", `DATEDIFF("2026-01-01", "2026-01-02", "eon")`],
  ["GB3001", `DATEADD("2026-01-01", "soon", "day")`],
  ["GB3031", `DATEADD("2026-01-01", 9000, "year")`],
  ["GB3030", `CDATE("31/02/2026")`],
  ["GB3030", `CDATE(NULL)`],
])("%s: %s", (code, source) => {
  failure(code, () => evaluate(source, SAO_PAULO));
});
