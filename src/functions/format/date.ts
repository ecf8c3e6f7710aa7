import { type DateTime, momentOf } from "../../runtime/value/date-time.ts";
import { DEFAULT_LOCALE, type LocalizedPattern } from "./locale.ts";

const PIECE = /AM\/PM|'[^']*'|"[^"]*"|[A-Za-z]+|[^A-Za-z'"]+|['"]/gi;
const TOKEN = /y{4}|y{2}|m{1,4}|d{1,4}|h{1,2}|s{1,2}|tt|[tz]/gi;

/** A field of a date, or text that stands for itself. */
type Part =
  | { readonly kind: "field"; readonly token: string }
  | { readonly kind: "literal"; readonly text: string };

/**
 * Formats a date: `yyyy yy MMMM MMM MM M dddd ddd dd d HH H hh h mm m ss s tt AM/PM`, years and
 * days in either case; text in quotes, and words that are no fields, stand for themselves.
 * @returns undefined where the pattern has no field
 */
export function formatDate(date: DateTime, localized: LocalizedPattern): string | undefined {
  const parts = parse(localized.pattern);
  if (!parts.some((part) => part.kind === "field")) return undefined;
  const moment = momentOf(date).setLocale(localized.locale ?? DEFAULT_LOCALE);
  return parts
    .map((part, index) =>
      part.kind === "literal" ? part.text : moment.toFormat(luxonToken(part.token, parts, index)),
    )
    .join("");
}

function parse(pattern: string): Part[] {
  return (pattern.match(PIECE) ?? []).flatMap(parsePiece);
}

function parsePiece(piece: string): Part[] {
  if (/^AM\/PM$/i.test(piece)) return [{ kind: "field", token: "tt" }];
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

function luxonToken(token: string, parts: readonly Part[], index: number): string {
  switch (token.charAt(0).toLowerCase()) {
    case "y":
      return token.toLowerCase();
    case "m":
      return isMinute(token, parts, index) ? token.toLowerCase() : token.toUpperCase();
    case "d":
      return dayToken(token.length);
    case "s":
      return token.toLowerCase();
    case "t":
      return "a";
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
