import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../error.ts";
import { DateTime, fromMoment, momentOf, parseDate } from "./date-time.ts";
import { parseNumber } from "./number.ts";
import { describe } from "./text.ts";
import type { Value } from "./value.ts";

/** Texts of this many digits are Unix seconds, as WhatsApp writes its timestamps. */
const UNIX_SECONDS = /^\d{9,11}$/;

/**
 * Reads a value as a date: a date, the text of one, or seconds since 1970 as a number or as the
 * digits of a WhatsApp timestamp.
 * @param zone IANA name, for texts that name no zone
 * @returns undefined where the value is no date
 */
export function readDate(value: Value, zone: string): DateTime | undefined {
  if (value instanceof DateTime) return value;
  if (typeof value === "number") return fromSeconds(value, zone);
  if (typeof value !== "string") return undefined;
  const trimmed = value.trim();
  if (UNIX_SECONDS.test(trimmed)) return fromSeconds(parseNumber(trimmed) ?? 0, zone);
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

function fromSeconds(seconds: number, zone: string): DateTime {
  return fromMoment(momentOf(new DateTime(Math.round(seconds * 1000), zone)));
}
