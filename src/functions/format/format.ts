import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { readDate, toDate } from "../../runtime/value/date-conversion.ts";
import { DateTime } from "../../runtime/value/date-time.ts";
import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { parseNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { formatDate } from "./date.ts";
import { splitLocale, type LocalizedPattern } from "./locale.ts";
import { formatChoice, formatNumber } from "./number.ts";
import { formatText } from "./text.ts";

/** Bounds the time of a pattern, which is read for each value. */
const LONGEST_PATTERN = 1000;

export const format = defineFunction({
  name: "FORMAT$",
  parameters: [any("value"), optional(text("pattern"))],
  returns: "text",
  summary:
    'Writes a number, a date or a text by a pattern such as "#,##0.00", "C2[pt]" or "dd/MM/yyyy HH:mm".',
  example: `FORMAT(1234.5, "#,##0.00")  ' "1,234.50"`,
  raises: ["GB3031", "GB3040", "GB3381"],
  needs: ["clock"],
  run: ({ host, limits }, value, pattern = "") => {
    const written = toText(value);
    checkPattern(written, pattern, limits);
    return formatValue(value, splitLocale(pattern), host.clock.zone) ?? written;
  },
});

export const formatDateFunction = defineFunction({
  name: "FORMAT_DATE$",
  parameters: [any("date"), optional(text("pattern"))],
  returns: "text",
  summary: "Writes a date by a pattern, as yyyy-MM-dd where none is given.",
  example: `FORMAT_DATE("2026-12-31 23:59", "dd/MM/yyyy")  ' "31/12/2026"`,
  raises: ["GB3030", "GB3031", "GB3040", "GB3381"],
  needs: ["clock"],
  run: ({ host, limits }, value, pattern = "yyyy-MM-dd") => {
    checkPattern("", pattern, limits);
    const date = toDate(value, host.clock.zone);
    return formatDate(date, splitLocale(pattern)) ?? toText(date);
  },
});

export const formatTime = defineFunction({
  name: "FORMAT_TIME$",
  parameters: [any("date"), optional(text("pattern"))],
  returns: "text",
  summary: "Writes the time of a date by a pattern, as HH:mm where none is given.",
  example: `FORMAT_TIME("2026-12-31 23:59")  ' "23:59"`,
  raises: ["GB3030", "GB3031", "GB3040", "GB3381"],
  needs: ["clock"],
  run: ({ host, limits }, value, pattern = "HH:mm") => {
    checkPattern("", pattern, limits);
    const date = toDate(value, host.clock.zone);
    return formatDate(date, splitLocale(pattern)) ?? toText(date);
  },
});

/** Texts count as the number or the date that they spell where the pattern is one for it. */
function formatValue(value: Value, localized: LocalizedPattern, zone: string): string | undefined {
  if (value === null) return "";
  if (value instanceof DateTime) return formatDate(value, localized);
  if (typeof value === "boolean") return formatChoice(value, localized);
  const number = typeof value === "string" ? parseNumber(value) : value;
  const formatted = typeof number === "number" ? formatNumber(number, localized) : undefined;
  if (formatted !== undefined) return formatted;
  const date = readDate(value, zone);
  const dated = date === undefined ? undefined : formatDate(date, localized);
  return dated ?? formatText(toText(value), localized.pattern);
}

/** Refuses a pattern whose placeholders would make the result too long. */
function checkPattern(
  value: string,
  pattern: string,
  limits: Pick<ValueLimits, "textLength">,
): void {
  if (pattern.length > LONGEST_PATTERN) {
    throw new BasicError(functionMessages.formatTooLong(LONGEST_PATTERN));
  }
  const placeholders = pattern.split(/[@!&]/).length - 1;
  checkTextLength(value.length * placeholders + pattern.length, limits);
}
