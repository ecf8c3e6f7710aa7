import { type DateTime, momentOf } from "../../runtime/value/date-time.ts";
import { DEFAULT_LOCALE, type LocalizedPattern } from "./locale.ts";

/** How Visual Basic's names write a date: in ISO order, or as a language does where one is named. */
interface NamedForm {
  readonly plain: string;
  readonly local: Intl.DateTimeFormatOptions;
}

const DAY = { year: "numeric", month: "numeric", day: "numeric" } as const;
const TIME = { hour: "numeric", minute: "2-digit", second: "2-digit" } as const;
const NAMED = new Map<string, NamedForm>([
  ["general date", { plain: "yyyy-MM-dd HH:mm:ss", local: { ...DAY, ...TIME } }],
  ["long date", { plain: "EEEE, MMMM d, yyyy", local: { dateStyle: "full" } }],
  ["medium date", { plain: "dd-MMM-yyyy", local: { dateStyle: "medium" } }],
  ["short date", { plain: "yyyy-MM-dd", local: DAY }],
  ["long time", { plain: "HH:mm:ss", local: TIME }],
  [
    "medium time",
    { plain: "hh:mm a", local: { hour: "2-digit", minute: "2-digit", hour12: true } },
  ],
  ["short time", { plain: "HH:mm", local: { hour: "2-digit", minute: "2-digit" } }],
]);

/**
 * Writes a date by one of Visual Basic's names, such as "Short Date". Without a language the result
 * can be read again by any function that takes a date.
 * @returns undefined where the pattern is none of them
 */
export function namedDate(date: DateTime, localized: LocalizedPattern): string | undefined {
  const form = NAMED.get(localized.pattern.trim().toLowerCase());
  if (form === undefined) return undefined;
  const moment = momentOf(date);
  if (localized.locale === undefined) return moment.setLocale(DEFAULT_LOCALE).toFormat(form.plain);
  const written = moment.toLocaleString(form.local, { locale: localized.locale });
  return written.replaceAll(/[\u00A0\u202F]/g, " ");
}
