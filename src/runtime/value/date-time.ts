import { DateTime as Moment } from "luxon";
import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";

const SECONDS_PER_DAY = 86_400;

/** A moment, or a day where `dateOnly`, with the zone that its parts are shown in. */
export class DateTime {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly epoch: number;
  /** IANA name. */
  readonly zone: string;
  readonly dateOnly: boolean;

  constructor(epoch: number, zone: string, dateOnly = false) {
    this.epoch = epoch;
    this.zone = zone;
    this.dateOnly = dateOnly;
  }

  /** Gives the text that stands for the date in JSON. */
  toJSON(): string {
    return toIso(this);
  }
}

/** Writes a date as ISO 8601 in its zone: `2026-12-31T23:59:00.000-03:00`, or `2026-12-31`. */
export function toIso(date: DateTime): string {
  const moment = momentOf(date);
  const written = date.dateOnly ? moment.toISODate() : moment.toISO({ suppressMilliseconds: true });
  return written ?? "";
}

/** Gives a date with its parts, in its zone. */
export function momentOf(date: DateTime): Moment {
  return Moment.fromMillis(date.epoch, { zone: date.zone });
}

/**
 * Makes a value of a date with parts.
 * @throws BasicError GB3031 outside the years 1 to 9999
 */
export function fromMoment(moment: Moment, dateOnly = false): DateTime {
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) {
    throw new BasicError(valueMessages.dateOutOfRange());
  }
  return new DateTime(moment.toMillis(), moment.zone.name, dateOnly);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME =
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a date: ISO 8601, `2026-12-31`, `2026-12-31 23:59[:00]`, `31/12/2026[ 23:59[:00]]`.
 * @param zone IANA name; the zone of texts that name none, and the one that the date is shown in
 * @returns undefined where the text is no date, or names a day that does not exist
 */
export function parseDate(text: string, zone: string): DateTime | undefined {
  const trimmed = text.trim();
  if (ISO_DAY.test(trimmed)) return valid(Moment.fromISO(trimmed, { zone }), true);
  if (ISO_TIME.test(trimmed)) {
    return valid(Moment.fromISO(trimmed.replace(" ", "T").toUpperCase(), { zone }), false);
  }
  const parts = DAY_FIRST.exec(trimmed);
  if (parts === null) return undefined;
  const [day, month, year, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  const fields = { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour, minute, second };
  return valid(Moment.fromObject(fields, { zone }), parts[4] === undefined);
}

function valid(moment: Moment, dateOnly: boolean): DateTime | undefined {
  if (!moment.isValid || moment.year < 1) return undefined;
  return new DateTime(moment.toMillis(), moment.zone.name, dateOnly);
}

/**
 * Moves a date by seconds. Whole days keep a day a day, whatever the clocks do that night.
 * @throws BasicError GB3031 outside the years 1 to 9999
 */
export function shiftDate(date: DateTime, seconds: number): DateTime {
  const moment = momentOf(date);
  if (date.dateOnly && seconds % SECONDS_PER_DAY === 0) {
    return fromMoment(moment.plus({ days: seconds / SECONDS_PER_DAY }), true);
  }
  return fromMoment(moment.plus({ milliseconds: Math.round(seconds * 1000) }));
}

/** Seconds from one date to another; between two days always whole days. */
export function secondsBetween(from: DateTime, to: DateTime): number {
  if (from.dateOnly && to.dateOnly) {
    return (
      momentOf(to)
        .setZone("UTC", { keepLocalTime: true })
        .diff(momentOf(from).setZone("UTC", { keepLocalTime: true }))
        .toMillis() / 1000
    );
  }
  return (to.epoch - from.epoch) / 1000;
}
