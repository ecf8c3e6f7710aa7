import { DateTime as Moment } from "luxon";
import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";

const SECONDS_PER_DAY = 86_400;
const MILLISECONDS_PER_DAY = 86_400_000;
/** The day that Visual Basic gives to a time without one, 1899-12-30. */
const DAY_OF_TIMES = Date.UTC(1899, 11, 30);

/** What of a date counts: the whole moment, its day, or its time of day. */
export type DatePrecision = "moment" | "day" | "time";

/** A moment, a day or a time of day, with the zone that its parts are shown in. */
export class DateTime {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly epoch: number;
  /** IANA name. */
  readonly zone: string;
  readonly precision: DatePrecision;

  constructor(epoch: number, zone: string, precision: DatePrecision = "moment") {
    this.epoch = epoch;
    this.zone = zone;
    this.precision = precision;
  }

  /** Gives the text that stands for the date in JSON. */
  toJSON(): string {
    return toIso(this);
  }
}

/** Writes a date as ISO 8601 in its zone: `2026-12-31T23:59:00.000-03:00`, `2026-12-31`, `23:59:00`. */
export function toIso(date: DateTime): string {
  const moment = momentOf(date);
  if (date.precision === "day") return moment.toISODate() ?? "";
  if (date.precision === "time") return moment.toFormat("HH:mm:ss");
  return moment.toISO({ suppressMilliseconds: true }) ?? "";
}

/** Gives a date with its parts, in its zone. */
export function momentOf(date: DateTime): Moment {
  return Moment.fromMillis(date.epoch, { zone: date.zone });
}

/**
 * Makes a value of a date with parts; a day begins at its midnight, or when its clocks go on.
 * @throws BasicError GB3031 outside the years 1 to 9999
 */
export function fromMoment(moment: Moment, precision: DatePrecision = "moment"): DateTime {
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) {
    throw new BasicError(valueMessages.dateOutOfRange());
  }
  // A day that was reached from another may keep the hour to which a change of clocks moved that.
  const start = precision === "day" ? firstOf(moment.startOf("day")) : moment;
  return new DateTime(start.toMillis(), moment.zone.name, precision);
}

/**
 * Gives the first of the two moments that have the same time on the clock where clocks go back; the
 * library would choose by the offset of the day it runs on.
 */
export function firstOf(moment: Moment): Moment {
  return moment.getPossibleOffsets().reduce((a, b) => (b.toMillis() < a.toMillis() ? b : a));
}

/**
 * Makes a time of day, which no zone or change of clocks touches.
 * @param seconds since midnight; beyond a day it begins again
 */
export function timeOfDay(seconds: number): DateTime {
  const within = Math.round(seconds * 1000) % MILLISECONDS_PER_DAY;
  const epoch = DAY_OF_TIMES + ((within + MILLISECONDS_PER_DAY) % MILLISECONDS_PER_DAY);
  return new DateTime(epoch, "UTC", "time");
}

/** The seconds since midnight that the clock on the wall shows. */
export function secondsOfDay(date: DateTime): number {
  const { hour, minute, second, millisecond } = momentOf(date);
  return hour * 3600 + minute * 60 + second + millisecond / 1000;
}

/**
 * Moves a date by seconds. Whole days keep a day a day, whatever the clocks do that night; a time
 * of day stays one.
 * @throws BasicError GB3031 outside the years 1 to 9999
 */
export function shiftDate(date: DateTime, seconds: number): DateTime {
  if (date.precision === "time") return timeOfDay(secondsOfDay(date) + (seconds % SECONDS_PER_DAY));
  const moment = momentOf(date);
  if (date.precision === "day" && seconds % SECONDS_PER_DAY === 0) {
    return fromMoment(moment.plus({ days: seconds / SECONDS_PER_DAY }), "day");
  }
  return fromMoment(moment.plus({ milliseconds: Math.round(seconds * 1000) }));
}

/**
 * Adds two dates of which one is a time of day: a day gets that time on the clock, anything else
 * moves by it.
 * @returns undefined where neither is a time of day
 */
export function addTime(a: DateTime, b: DateTime): DateTime | undefined {
  if (b.precision !== "time") return a.precision === "time" ? addTime(b, a) : undefined;
  if (a.precision !== "day") return shiftDate(a, secondsOfDay(b));
  const { hour, minute, second, millisecond } = momentOf(b);
  return fromMoment(momentOf(a).set({ hour, minute, second, millisecond }));
}

/** Seconds from one date to another; between two days always whole days. */
export function secondsBetween(from: DateTime, to: DateTime): number {
  if (from.precision === "day" && to.precision === "day") {
    return (
      momentOf(to)
        .setZone("UTC", { keepLocalTime: true })
        .startOf("day")
        .diff(momentOf(from).setZone("UTC", { keepLocalTime: true }).startOf("day"))
        .toMillis() / 1000
    );
  }
  return (to.epoch - from.epoch) / 1000;
}
