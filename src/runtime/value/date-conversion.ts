import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { parseDate } from "./date-text.ts";
import { DateTime, fromMoment, momentOf } from "./date-time.ts";
import { parseNumber } from "./number.ts";
import { describe } from "./text.ts";
import type { Value } from "./value.ts";

/** Texts of this many digits count from 1970: WhatsApp writes seconds, JavaScript milliseconds. */
const UNIX_TIME = /^(?:\d{9,11}|\d{13})$/;
/** The first second of the year 10000; a number from here on can only be milliseconds. */
const END_OF_SECONDS = 253_402_300_800;

/**
 * Reads a value as a date: a date, the text of one, or seconds or milliseconds since 1970, as a
 * number or as the digits of a timestamp.
 * @param zone IANA name, for texts that name no zone
 * @returns undefined where the value is no date
 */
export function readDate(value: Value, zone: string): DateTime | undefined {
  if (value instanceof DateTime) return value;
  if (typeof value === "number") return fromUnixTime(value, zone);
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  if (UNIX_TIME.test(trimmed)) return fromUnixTime(parseNumber(trimmed) ?? 0, zone);
  return parseDate(trimmed, zone);
}

/**
 * Converts a value to a date, as `readDate` reads it.
 * @throws BasicError GB3030 where it is none
 */
export function toDate(value: Value, zone: string): DateTime {
  const date = readDate(value, zone);
  if (date === undefined) throw new BasicError(valueMessages.notDate(describe(value)));
  return date;
}

function fromUnixTime(time: number, zone: string): DateTime {
  const milliseconds = Math.abs(time) >= END_OF_SECONDS ? time : time * 1000;
  return fromMoment(momentOf(new DateTime(Math.round(milliseconds), zone)));
}
