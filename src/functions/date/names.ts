import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { weekdayOf } from "../../runtime/value/date-members.ts";
import { DateTime, momentOf } from "../../runtime/value/date-time.ts";
import { parseNumber } from "../../runtime/value/number.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { localeOf } from "../format/locale.ts";

const MONTHS = 12;
const DAYS_PER_WEEK = 7;

export const monthName = defineFunction({
  name: "MONTHNAME$",
  aliases: ["MONTH_NAME"],
  parameters: [any("monthOrDate"), optional(any("abbreviate")), optional(text("language"))],
  returns: "text",
  summary:
    "Gives the name of a month, by its number or of a date; shortened if asked to, in English if no language is named.",
  example: `MONTHNAME(3)  ' "March"`,
  raises: ["GB3030", "GB3040", "GB3072"],
  needs: ["clock"],
  run: ({ host }, value, abbreviate, language) => {
    const number = numberOf(value);
    const month = number ?? momentOf(toDate(value, host.clock.zone)).month;
    checkRange(month, MONTHS, value);
    const { style, locale } = styleOf(abbreviate, language);
    return nameOf(Date.UTC(2026, month - 1, 1), { month: style }, locale);
  },
});

export const weekdayName = defineFunction({
  name: "WEEKDAYNAME$",
  aliases: ["WEEKDAY_NAME", "DAYNAME", "DAY_NAME"],
  parameters: [any("weekdayOrDate"), optional(any("abbreviate")), optional(text("language"))],
  returns: "text",
  summary:
    "Gives the name of a weekday, by its number from 1 for Sunday or of a date; shortened if asked to, in English if no language is named.",
  example: `WEEKDAYNAME(1)  ' "Sunday"`,
  raises: ["GB3030", "GB3040", "GB3072"],
  needs: ["clock"],
  run: ({ host }, value, abbreviate, language) => {
    const number = numberOf(value);
    const day = number ?? weekdayOf(momentOf(toDate(value, host.clock.zone)));
    checkRange(day, DAYS_PER_WEEK, value);
    const { style, locale } = styleOf(abbreviate, language);
    // The second of August 2026 was a Sunday.
    return nameOf(Date.UTC(2026, 7, day + 1), { weekday: style }, locale);
  },
});

function numberOf(value: Value): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" ? parseNumber(value) : undefined;
}

/** A text in the place of the first of both is a language. */
function styleOf(abbreviate: Value | undefined, language: string | undefined) {
  const isLanguage = typeof abbreviate === "string";
  const isShort = abbreviate !== undefined && !isLanguage && isTrue(abbreviate);
  return {
    style: isShort ? ("short" as const) : ("long" as const),
    locale: localeOf(isLanguage ? abbreviate : (language ?? "")),
  };
}

function checkRange(number: number, last: number, value: Value): void {
  if (Number.isInteger(number) && number >= 1 && number <= last) return;
  throw new BasicError(functionMessages.outOfRange(1, last, describe(value)));
}

function nameOf(epoch: number, style: Intl.DateTimeFormatOptions, locale: string): string {
  return momentOf(new DateTime(epoch, "UTC")).toLocaleString(style, { locale });
}
