import { DateTime as Moment } from "luxon";
import { DateTime, firstOf, timeOfDay, type DatePrecision } from "./date-time.ts";

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?`;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const TIME_ALONE = new RegExp(`^${TIME}$`, "i");
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? ${TIME})?$`, "i");
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?: ${TIME})?$`, "i");
const DAY_NAMED = new RegExp(String.raw`^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?:,? ${TIME})?$`, "i");
const MONTH_NAMED = new RegExp(
  String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:,? ${TIME})?$`,
  "i",
);
const MAIL_DATE = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? [+-\w]{1,5}$/i;
const LONGEST = 60;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** What a form's groups say, as written; undefined where there is none. */
type Written = string | undefined;
interface Day {
  readonly year: Written;
  readonly month: Written;
  readonly day: Written;
  /** Hour, minute, second and the letter before the m of am and pm. */
  readonly time: readonly Written[];
}

const FORMS: readonly (readonly [RegExp, (groups: readonly Written[]) => Day])[] = [
  [DAY_FIRST, ([day, , month, year, ...time]) => ({ year, month, day, time })],
  [YEAR_FIRST, ([year, , month, day, ...time]) => ({ year, month, day, time })],
  [DAY_NAMED, ([day, month, year, ...time]) => ({ year, month, day, time })],
  [MONTH_NAMED, ([month, day, year, ...time]) => ({ year, month, day, time })],
];

/**
 * Reads a date: ISO 8601; `2026-12-31 23:59[:00]`; `31/12/2026`, also with `-` or `.`, and
 * `2026/12/31`; `31 Dec 2026` and `December 31, 2026`; each with a time behind it, also of twelve
 * hours; a time alone; and the dates of mails.
 * @param zone IANA name; the zone of texts that name none, and the one that the date is shown in
 * @returns undefined where the text is no date, or names a day that does not exist
 */
export function parseDate(text: string, zone: string): DateTime | undefined {
  const trimmed = text.length > LONGEST ? "" : text.trim();
  if (ISO_DAY.test(trimmed)) return valid(Moment.fromISO(trimmed, { zone }), "day");
  if (ISO_TIME.test(trimmed)) return parseIsoTime(trimmed.replace(" ", "T").toUpperCase(), zone);
  if (MAIL_DATE.test(trimmed))
    return valid(Moment.fromRFC2822(trimmed, { setZone: false }).setZone(zone));
  const time = TIME_ALONE.exec(trimmed);
  if (time !== null) return parseTime(time.slice(1));
  for (const [form, read] of FORMS) {
    const match = form.exec(trimmed);
    if (match !== null) return parseDay(read(match.slice(1)), zone);
  }
  return undefined;
}

function parseIsoTime(text: string, zone: string): DateTime | undefined {
  const moment = Moment.fromISO(text, { zone });
  // A text that says which offset it means keeps it.
  const isExact = text.endsWith("Z") || /[+-]\d{2}:?\d{2}$/.test(text);
  return isExact ? validMoment(moment, "moment") : valid(moment);
}

function parseTime(parts: readonly Written[]): DateTime | undefined {
  const { hour, minute, second } = clockOf(parts);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return timeOfDay(hour * 3600 + minute * 60 + second);
}

function parseDay({ year, month, day, time }: Day, zone: string): DateTime | undefined {
  const fields = { year: Number(year), month: monthNumber(month ?? ""), day: Number(day) };
  const hasTime = time[0] !== undefined;
  const clock = hasTime ? clockOf(time) : {};
  const moment = Moment.fromObject({ ...fields, ...clock }, { zone });
  return valid(moment, hasTime ? "moment" : "day");
}

function clockOf([hour, minute, second, half]: readonly Written[]) {
  const written = Number(hour);
  // 12 at night begins the day, and 13 pm is no hour at all.
  const isWrong = half !== undefined && (written < 1 || written > 12);
  const afternoon = half?.toLowerCase() === "p" ? 12 : 0;
  const hours = half === undefined ? written : (written % 12) + afternoon;
  return { hour: isWrong ? 99 : hours, minute: Number(minute), second: Number(second ?? 0) };
}

/** Reads `3`, `Mar` or `March`; 0 for what names no month. */
function monthNumber(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const name = written.toLowerCase();
  const isShort = (month: string) => name.length <= 4 && month.startsWith(name);
  return MONTHS.findIndex((month) => month === name || isShort(month)) + 1;
}

function valid(moment: Moment, precision: DatePrecision = "moment"): DateTime | undefined {
  return moment.isValid ? validMoment(firstOf(moment), precision) : undefined;
}

function validMoment(moment: Moment, precision: DatePrecision): DateTime | undefined {
  if (!moment.isValid || moment.year < 1) return undefined;
  return new DateTime(moment.toMillis(), moment.zone.name, precision);
}
