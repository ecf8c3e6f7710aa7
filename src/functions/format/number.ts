import { toText } from "../../runtime/value/text.ts";
import { digits, writeDecimal } from "./decimal.ts";
import { currencyOf, DEFAULT_LOCALE, type LocalizedPattern } from "./locale.ts";
import { parseMask, splitSections, withDecimalPoint } from "./mask.ts";
import { writeMask } from "./write-mask.ts";

/** Writes `1.234,50`, as a mask with a comma for the decimals does. */
const WITH_COMMA = "de-DE";
const DEFAULT_DIGITS = 2;
const NAMED = new Map([
  ["general number", "G"],
  ["currency", "C2"],
  ["percent", "0.00%"],
  ["fixed", "0.00"],
  ["standard", "#,##0.00"],
  ["scientific", "0.00E+00"],
]);
/** The two words of each pair, for numbers other than 0 and for 0. */
const PAIRS = new Map([
  ["yes/no", ["Yes", "No"]],
  ["true/false", ["True", "False"]],
  ["on/off", ["On", "Off"]],
]);
const LETTER = /^(?:([CNFncf])(\d{0,2})|([PD])(\d{1,2}))$/;

/**
 * Formats a number: a mask such as `#,##0.00`, `R$ #,##0.00`, `0%`, `000` or `(00) 00000-0000`, with
 * sections for numbers above, below and at zero; a letter with digits such as `C2`, `N0`, `F`, `P1`,
 * `D5`; or one of Visual Basic's names such as `Currency`.
 * @returns undefined where the pattern is none for numbers
 */
export function formatNumber(value: number, localized: LocalizedPattern): string | undefined {
  const name = localized.pattern.toLowerCase();
  const word = formatChoice(value !== 0, localized);
  if (word !== undefined) return word;
  const pattern = NAMED.get(name) ?? localized.pattern;
  if (pattern === "G") return toText(value);
  const [, letter, places, second, width] = LETTER.exec(pattern) ?? [];
  if (letter !== undefined) {
    const count = places === "" || places === undefined ? undefined : Number(places);
    return formatLetter(value, letter, count, localized.locale);
  }
  if (second === "D") return formatPadded(value, Number(width));
  if (second === "P") return `${writeDecimal(value, digits(Number(width)), localized.locale, 2)}%`;
  return formatSections(value, pattern, localized.locale);
}

/**
 * Writes one of the two words of `Yes/No`, `True/False` or `On/Off`.
 * @returns undefined where the pattern is none of them
 */
export function formatChoice(value: boolean, { pattern }: LocalizedPattern): string | undefined {
  return PAIRS.get(pattern.toLowerCase())?.[value ? 0 : 1];
}

/** `n` groups nothing and `f` drops the fraction, as the documentation's examples show. */
function formatLetter(
  value: number,
  letter: string,
  count: number | undefined,
  locale = DEFAULT_LOCALE,
): string {
  const fraction = digits(count ?? DEFAULT_DIGITS);
  switch (letter) {
    case "C":
    case "c": {
      const currency = { style: "currency", currency: currencyOf(locale) } as const;
      return writeDecimal(value, { ...fraction, ...currency }, locale);
    }
    case "N":
      return writeDecimal(value, fraction, locale);
    case "f":
      if (count === undefined) return formatPadded(value, 1);
      return writeDecimal(value, { ...fraction, useGrouping: false }, locale);
    default:
      return writeDecimal(value, { ...fraction, useGrouping: false }, locale);
  }
}

/** Drops the fraction and puts zeros before the digits. */
function formatPadded(value: number, width: number): string {
  const whole = Math.trunc(value);
  const written = writeDecimal(Math.abs(whole), { useGrouping: false, ...digits(0) });
  return `${whole < 0 ? "-" : ""}${written.padStart(width, "0")}`;
}

/** A section below zero writes the sign itself, if it wants one. */
function formatSections(value: number, pattern: string, locale?: string): string | undefined {
  const sections = splitSections(pattern);
  const rewritten = sections.map(withDecimalPoint);
  if (rewritten.some((section) => section !== undefined)) {
    const english = sections.map((section, at) => rewritten[at] ?? section).join(";");
    return formatSections(value, english, locale ?? WITH_COMMA);
  }
  const masks = sections.map(parseMask);
  if (!masks.some((mask) => mask.hasDigits)) return undefined;
  const [above, below, zero] = masks;
  if (value === 0 && zero !== undefined && zero.parts.length > 0) return writeMask(0, zero, locale);
  if (value < 0 && below !== undefined && below.parts.length > 0) {
    return writeMask(-value, below, locale);
  }
  return above === undefined ? undefined : writeMask(value, above, locale);
}
