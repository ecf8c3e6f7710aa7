import type { DateTime as Moment } from "luxon";
import { type DateTime, momentOf } from "../../runtime/value/date-time.ts";
import { DEFAULT_LOCALE, type LocalizedPattern } from "./locale.ts";
import { namedDate } from "./named-date.ts";

const PIECE = /AM\/?PM|A\/P|\\[^]|'[^']*'|"[^"]*"|[A-Za-z]+|[^A-Za-z'"\\]+|['"\\]/gi;
const TOKEN = /y{4}|y{2}|m{1,4}|d{1,4}|h{1,2}|n{1,2}|s{1,3}|f{1,3}|z{3}|tt|[tz]/gi;
/** Visual Basic's letters for these mean them only where they stand alone. */
const ALONE = new Map<string, (moment: Moment) => string>([
  ["q", ({ quarter }) => String(quarter)],
  ["y", ({ ordinal }) => String(ordinal)],
  ["w", ({ weekday }) => String((weekday % 7) + 1)],
  ["ww", (moment) => String(weekOf(moment))],
]);

/** The day as `5th`. */
const ORDINAL = "Do";

/** Visual Basic's short forms of names. */
const SHORT_NAMES = new Map([
  ["ddddd", "short date"],
  ["dddddd", "long date"],
  ["ttttt", "long time"],
]);

/** A field of a date, or text that stands for itself. */
type Part =
  | { readonly kind: "field"; readonly token: string }
  | { readonly kind: "literal"; readonly text: string };

/**
 * Formats a date: `yyyy yy MMMM MMM MM M dddd ddd dd d HH H hh h mm m nn n ss s fff tt AM/PM zzz`,
 * and `A` or `a` behind a time with hours to 12,
 * years and days in either case, or one of Visual Basic's names such as `Long Date`; text in quotes,
 * and words that are no fields, stand for themselves.
 * @returns undefined where the pattern has no field
 */
export function formatDate(date: DateTime, localized: LocalizedPattern): string | undefined {
  const named = namedDate(date, localized);
  if (named !== undefined) return named;
  if (localized.pattern === "c") return namedDate(date, { ...localized, pattern: "general date" });
  const parts = parse(localized.pattern);
  if (!parts.some((part) => part.kind === "field")) return undefined;
  const shown = momentOf(date).setLocale(localized.locale ?? DEFAULT_LOCALE);
  // A `Z` behind the time says that it is in UTC, whatever zone the date is shown in.
  const moment = endsInUtc(parts) && date.precision === "moment" ? shown.toUTC() : shown;
  return parts
    .map((part, index) => {
      const name = part.kind === "field" ? SHORT_NAMES.get(part.token.toLowerCase()) : undefined;
      if (name === undefined) return write(moment, part, parts, index);
      return namedDate(date, { ...localized, pattern: name }) ?? "";
    })
    .join("");
}

function write(moment: Moment, part: Part, parts: readonly Part[], index: number): string {
  if (part.kind === "literal") return part.text;
  const alone = ALONE.get(part.token.toLowerCase());
  if (alone !== undefined) return alone(moment);
  if (part.token === ORDINAL) return ordinal(moment);
  if (/^a$/i.test(part.token)) return half(moment, part.token);
  if (/^a\/p$/i.test(part.token)) return half(moment, part.token).charAt(0);
  return moment.toFormat(luxonToken(part.token, parts, index));
}

function parse(pattern: string): Part[] {
  const pieces = pattern.match(PIECE) ?? [];
  return pieces.flatMap((piece, at): Part[] =>
    isHalf(pieces, at) ? [{ kind: "field", token: piece }] : parsePiece(piece),
  );
}

/** A lone `A` or `a` behind a time with hours to 12: `h:mm A`. */
function isHalf(pieces: readonly string[], at: number): boolean {
  if (!/^a$/i.test(pieces[at] ?? "") || !pieces.some((piece) => /^hh?$/.test(piece))) return false;
  const before = pieces.slice(0, at).findLast((piece) => piece.trim() !== "");
  return before !== undefined && /^(?:hh?|mm?|nn?|ss?)$/i.test(before);
}

function parsePiece(piece: string): Part[] {
  if (/^AM\/?PM$/i.test(piece)) return [{ kind: "field", token: "tt" }];
  if (piece === ORDINAL) return [{ kind: "field", token: piece }];
  const key = piece.toLowerCase();
  if (/^a\/p$/.test(key) || ALONE.has(key) || SHORT_NAMES.has(key)) {
    return [{ kind: "field", token: piece }];
  }
  if (piece.startsWith("\\")) return [{ kind: "literal", text: piece.slice(1) }];
  if (/^['"]/.test(piece)) {
    return [{ kind: "literal", text: piece.length > 1 ? piece.slice(1, -1) : piece }];
  }
  const tokens = piece.match(TOKEN) ?? [];
  // A word such as "de" is no field, although it begins like one.
  if (tokens.join("") !== piece) return [{ kind: "literal", text: piece }];
  return tokens.map((token) =>
    /^[tz]$/i.test(token) ? { kind: "literal", text: token } : { kind: "field", token },
  );
}

/** English alone has an ending for each number; elsewhere the day is a number as it is. */
function ordinal({ day, locale }: Moment): string {
  if (!locale?.startsWith("en")) return String(day);
  const isTeen = day > 10 && day < 14;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${String(day)}${ending}`;
}

/** In Visual Basic the week with January 1 is the first, and weeks begin on Sunday. */
function weekOf({ ordinal, weekday }: Moment): number {
  return Math.floor((ordinal + 6 - (weekday % 7) + 6) / 7);
}

/** `a/p` and `a` are in lower case. */
function half(moment: Moment, token: string): string {
  const written = moment.toFormat("a");
  return token.startsWith("a") ? written.toLowerCase() : written;
}

function endsInUtc(parts: readonly Part[]): boolean {
  return parts.some((part, index) => {
    if (part.kind !== "literal" || part.text !== "Z") return false;
    // A blank may stand between the time and the mark: `HH:mm Z`.
    const before = parts
      .slice(0, index)
      .findLast((each) => each.kind === "field" || each.text.trim() !== "");
    return ["h", "m", "n", "s", "f"].includes(letterOf(before));
  });
}

function luxonToken(token: string, parts: readonly Part[], index: number): string {
  const lower = token.toLowerCase();
  switch (lower.charAt(0)) {
    case "m":
      return isMinute(token, parts, index) ? lower : token.toUpperCase();
    case "n":
      return lower.replaceAll("n", "m");
    case "d":
      return dayToken(token.length);
    case "s":
      return token.length === 3 ? "SSS" : lower;
    case "f":
      return "SSS".slice(0, token.length);
    case "t":
      return "a";
    case "z":
      return "ZZ";
    case "y":
      return lower;
    default:
      return token;
  }
}

/** luxon writes the name of a weekday with `E`. */
function dayToken(length: number): string {
  if (length === 4) return "EEEE";
  return length === 3 ? "EEE" : "d".repeat(length);
}

/**
 * Between hours and seconds, `mm` and `MM` are minutes; elsewhere `MM` is the month, and so is `mm`
 * beside a year or a day, as in `dd/mm/yyyy`.
 */
function isMinute(token: string, parts: readonly Part[], index: number): boolean {
  if (token.length > 2) return false;
  const before = letterOf(parts.slice(0, index).findLast((part) => part.kind === "field"));
  const after = letterOf(parts.slice(index + 1).find((part) => part.kind === "field"));
  if (before === "h" || after === "s") return true;
  const isBesideDay = [before, after].some((letter) => letter === "d" || letter === "y");
  return token === token.toLowerCase() && !isBesideDay;
}

function letterOf(part: Part | undefined): string {
  return part?.kind === "field" ? part.token.charAt(0).toLowerCase() : "";
}
