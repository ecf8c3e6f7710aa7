import { expect, test } from "vitest";
import { readDate, toDate } from "../../../src/runtime/value/date-conversion.ts";
import { parseDate } from "../../../src/runtime/value/date-text.ts";
import { DateTime, toIso } from "../../../src/runtime/value/date-time.ts";
import { failure } from "./basic-error.ts";

const ZONE = "America/Sao_Paulo";

test.each([
  ["2026-12-31", "2026-12-31"],
  [" 2026-12-31 ", "2026-12-31"],
  ["31/12/2026", "2026-12-31"],
  ["1/2/2026", "2026-02-01"],
  ["2026-12-31 23:59", "2026-12-31T23:59:00-03:00"],
  ["2026-12-31 23:59:30", "2026-12-31T23:59:30-03:00"],
  ["2026-12-31T23:59", "2026-12-31T23:59:00-03:00"],
  ["2026-12-31t23:59:00z", "2026-12-31T20:59:00-03:00"],
  ["2026-12-31T23:59:00.250+02:00", "2026-12-31T18:59:00.250-03:00"],
  ["2026-12-31T23:59:00+0200", "2026-12-31T18:59:00-03:00"],
  ["31/12/2026 23:59", "2026-12-31T23:59:00-03:00"],
  ["31/12/2026 23:59:30", "2026-12-31T23:59:30-03:00"],
  ["2024-02-29", "2024-02-29"],
  ["31-12-2026", "2026-12-31"],
  ["31.12.2026 23:59", "2026-12-31T23:59:00-03:00"],
  ["2026/12/31", "2026-12-31"],
  ["2026/1/2 3:04", "2026-01-02T03:04:00-03:00"],
  ["31/12/2026 11:59 PM", "2026-12-31T23:59:00-03:00"],
  ["31/12/2026 12:05 a.m.", "2026-12-31T00:05:00-03:00"],
  ["31 Dec 2026", "2026-12-31"],
  ["31 december 2026 23:59", "2026-12-31T23:59:00-03:00"],
  ["Dec 31, 2026", "2026-12-31"],
  ["Sept 1, 2026 2:30 pm", "2026-09-01T14:30:00-03:00"],
  ["Thu, 31 Dec 2026 23:59:00 +0000", "2026-12-31T20:59:00-03:00"],
  ["31 Dec 2026 23:59:00 GMT", "2026-12-31T20:59:00-03:00"],
  ["23:59", "23:59:00"],
  ["2:30 PM", "14:30:00"],
])("%j is %s", (text, iso) => {
  const date = parseDate(text, ZONE);
  expect(date && toIso(date)).toBe(iso);
  expect(date && toIso(toDate(iso, ZONE))).toBe(iso);
});

test.each([
  "",
  "today",
  "2026",
  "2026-13-01",
  "2026-02-29",
  "2026-12-31 24:01",
  "2026-12-31T",
  "31/02/2026",
  "12/31/2026",
  "31/12-2026",
  "24:00",
  "13:00 PM",
  "0:30 AM",
  "31 Dezember 2026",
  "31 Juneau 2026",
  "Decem 31, 2026",
  "12:",
  "2026-W05",
  "20261231",
  "0000-01-01",
  "2026-12-31 23:59 tomorrow",
])("%j is no date", (text) => {
  expect(parseDate(text, ZONE)).toBeUndefined();
  expect(failure("GB3030", () => toDate(text, ZONE))).toContain(JSON.stringify(text));
});

test("numbers and the digits of timestamps are Unix seconds", () => {
  expect(toIso(toDate(1_704_067_200, "UTC"))).toBe("2024-01-01T00:00:00Z");
  expect(toIso(toDate("1704067200", ZONE))).toBe("2023-12-31T21:00:00-03:00");
  expect(readDate("12345", ZONE)).toBeUndefined();
  expect(toIso(toDate(1_704_067_200_000, "UTC"))).toBe("2024-01-01T00:00:00Z");
  expect(toIso(toDate("1704067200000", "UTC"))).toBe("2024-01-01T00:00:00Z");
  failure("GB3031", () => toDate(1e15, ZONE));
  for (const value of [null, true, [], {}]) failure("GB3030", () => toDate(value, ZONE));
});

test("JSON has the ISO form", () => {
  expect(JSON.stringify([new DateTime(0, "UTC")])).toBe('["1970-01-01T00:00:00Z"]');
});
