import { digits, writeDecimal } from "./decimal.ts";
import type { Mask, MaskPart } from "./mask.ts";

/** What Intl takes. */
const MOST_WHOLE_DIGITS = 21;

/** Writes a number by a mask, in a language where one is named. */
export function writeMask(value: number, mask: Mask, locale: string | undefined): string {
  const { parts } = mask;
  const places = parts.flatMap(({ kind }, at) => (kind === "literal" ? [] : at));
  const [first = parts.length, last = parts.length] = [places.at(0), places.at(-1)];
  const prefix = literals(parts.slice(0, first));
  const suffix = literals(parts.slice(last + 1));
  const size = Math.abs(value);
  const inside = parts.slice(first, last + 1);
  // A price in reais is read by Brazilians, who write 1.234,50.
  const language = locale ?? (prefix.includes("R$") ? "pt-BR" : undefined);
  const written = inside.some(({ kind }) => kind === "literal")
    ? fillDigits(size, inside)
    : writeNumber(size, inside, mask, language);
  const sign = value < 0 && /[^0\D]/.test(written) ? "-" : "";
  return `${sign}${prefix}${written}${suffix}`;
}

function writeNumber(
  size: number,
  inside: readonly MaskPart[],
  { grouped, shift, exponent }: Mask,
  language: string | undefined,
): string {
  if (inside.length === 0) return "";
  const point = inside.findIndex(({ kind }) => kind === "point");
  const whole = point === -1 ? inside : inside.slice(0, point);
  const decimals = inside.slice(whole.length).filter(({ kind }) => kind === "digit");
  if (exponent !== undefined) return writeExponent(size, decimals.length, exponent);
  const options = {
    useGrouping: grouped,
    minimumIntegerDigits: Math.max(1, Math.min(MOST_WHOLE_DIGITS, requiredOf(whole))),
    ...digits(requiredOf(decimals), decimals.length),
  };
  return writeDecimal(size, options, language, shift);
}

function writeExponent(size: number, decimals: number, exponent: string): string {
  const [mantissa = "", power = "0"] = size.toExponential(Math.min(100, decimals)).split("e");
  const plus = exponent.charAt(1) === "+" ? "+" : "";
  const sign = power.startsWith("-") ? "-" : plus;
  const width = exponent.length - 2;
  return `${mantissa}${exponent.charAt(0)}${sign}${power.slice(1).padStart(width, "0")}`;
}

/** `(00) 00000-0000`: fills the digits in from the right; those too many go to the first place. */
function fillDigits(size: number, inside: readonly MaskPart[]): string {
  const left = Array.from(writeDecimal(size, { useGrouping: false, ...digits(0) }));
  const first = inside.findIndex(({ kind }) => kind === "digit");
  return inside
    .map((part, at) => ({ part, at }))
    .reverse()
    .map(({ part, at }) => {
      if (part.kind !== "digit") return part.kind === "literal" ? part.text : ".";
      if (at === first && left.length > 0) return left.splice(0).join("");
      return left.pop() ?? (part.required ? "0" : "");
    })
    .reverse()
    .join("");
}

function literals(parts: readonly MaskPart[]): string {
  return parts.map((part) => (part.kind === "literal" ? part.text : "")).join("");
}

function requiredOf(parts: readonly MaskPart[]): number {
  return parts.filter((part) => part.kind === "digit" && part.required).length;
}
