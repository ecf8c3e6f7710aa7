import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { toDate } from "../../runtime/value/date-conversion.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction, number, optional, text, type FunctionEntry } from "../define.ts";
import { formatDate } from "./date.ts";
import { localeOf } from "./locale.ts";
import { formatNumber } from "./number.ts";

const DEFAULT_DIGITS = 2;
const MOST_DIGITS = 99;
/** By the numbers that Visual Basic gives them. */
const DATE_FORMS = ["General Date", "Long Date", "Short Date", "Long Time", "Short Time"];

/** FORMATNUMBER and the like, which take digits instead of a pattern. */
export const visualBasicFormats: readonly FunctionEntry[] = [
  numberFormat(
    "FORMATNUMBER$",
    "N",
    "with thousands set apart",
    `FORMATNUMBER(1234.5, 1)  ' "1,234.5"`,
  ),
  numberFormat(
    "FORMATCURRENCY$",
    "C",
    "as an amount of money",
    `FORMATCURRENCY(1234.5)  ' "$1,234.50"`,
  ),
  numberFormat("FORMATPERCENT$", "P", "as hundredths", `FORMATPERCENT(0.125, 1)  ' "12.5%"`),
];

export const formatDateTime = defineFunction({
  name: "FORMATDATETIME$",
  parameters: [any("date"), optional(number("form")), optional(text("language"))],
  returns: "text",
  summary:
    "Writes a date in one of Visual Basic's forms: 0 date and time, 1 long date, 2 short date, 3 long time, 4 short time.",
  example: `FORMATDATETIME("2026-12-31 23:59", 4)  ' "23:59"`,
  raises: ["GB3030", "GB3031", "GB3040", "GB3072"],
  needs: ["clock"],
  run: ({ host }, value, form = 0, language) => {
    const pattern = DATE_FORMS[form];
    const last = DATE_FORMS.length - 1;
    if (pattern === undefined) {
      throw new BasicError(functionMessages.outOfRange(0, last, String(form)));
    }
    const locale = language === undefined ? undefined : localeOf(language);
    const date = toDate(value, host.clock.zone);
    return formatDate(date, { pattern, locale }) ?? toText(date);
  },
});

function numberFormat(name: string, letter: string, how: string, example: string): FunctionEntry {
  return defineFunction({
    name,
    parameters: [number("number"), optional(number("digits")), optional(text("language"))],
    returns: "text",
    summary: `Writes a number ${how}, with two digits after the point if no other number is given.`,
    example,
    raises: ["GB3040"],
    run: (_, value, digits = DEFAULT_DIGITS, language) => {
      const count = Math.max(0, Math.min(MOST_DIGITS, Math.trunc(digits)));
      const locale = language === undefined ? undefined : localeOf(language);
      return formatNumber(value, { pattern: `${letter}${String(count)}`, locale }) ?? "";
    },
  });
}
