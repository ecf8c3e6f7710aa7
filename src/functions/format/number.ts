import { currencyOf, DEFAULT_LOCALE, type LocalizedPattern } from "./locale.ts";

const DEFAULT_DIGITS = 2;
const MOST_DIGITS = 20;
const NAMED = new Map([
  ["currency", "C2"],
  ["percent", "0.00%"],
  ["fixed", "0.00"],
  ["standard", "#,##0.00"],
]);
const LETTER = /^([CNFnfc])(\d{0,2})$/;
const MASK = /^([^#0]*)([#0][#0,]*)(?:\.([#0]+))?([^#0]*)$/s;

/**
 * Formats a number: a mask such as `#,##0.00`, `R$ #,##0.00`, `0%` or `000`; a letter with digits
 * such as `C2`, `N0`, `F`; or `currency`, `percent`, `fixed`, `standard`.
 * @returns undefined where the pattern is none for numbers
 */
export function formatNumber(value: number, localized: LocalizedPattern): string | undefined {
  const pattern = NAMED.get(localized.pattern.toLowerCase()) ?? localized.pattern;
  const letter = LETTER.exec(pattern);
  if (letter !== null) {
    const digits = letter[2] === "" ? undefined : Number(letter[2]);
    return formatLetter(value, letter[1] ?? "", digits, localized.locale);
  }
  const mask = MASK.exec(pattern);
  return mask === null ? undefined : formatMask(value, mask, localized.locale);
}

/** `n` groups nothing and `f` drops the fraction, as the documentation's examples show. */
function formatLetter(
  value: number,
  letter: string,
  digits: number | undefined,
  locale = DEFAULT_LOCALE,
): string {
  const places = Math.min(MOST_DIGITS, digits ?? DEFAULT_DIGITS);
  const fraction = { minimumFractionDigits: places, maximumFractionDigits: places };
  switch (letter) {
    case "C":
    case "c":
      return write(value, locale, { ...fraction, style: "currency", currency: currencyOf(locale) });
    case "N":
      return write(value, locale, fraction);
    case "f":
      if (digits === undefined) return String(Math.trunc(value));
      return write(value, locale, { ...fraction, useGrouping: false });
    default:
      return write(value, locale, { ...fraction, useGrouping: false });
  }
}

function formatMask(value: number, mask: readonly string[], locale: string | undefined): string {
  const [, prefix = "", whole = "", decimals = "", suffix = ""] = mask;
  const options: Intl.NumberFormatOptions = {
    useGrouping: whole.includes(","),
    minimumIntegerDigits: Math.max(1, Math.min(MOST_DIGITS, zeros(whole))),
    minimumFractionDigits: Math.min(MOST_DIGITS, zeros(decimals)),
    maximumFractionDigits: Math.min(MOST_DIGITS, decimals.length),
  };
  // A price in reais is read by Brazilians, who write 1.234,50.
  const written = locale ?? (prefix.includes("R$") ? "pt-BR" : DEFAULT_LOCALE);
  const scaled = suffix.includes("%") || prefix.includes("%") ? value * 100 : value;
  const sign = scaled < 0 ? "-" : "";
  return `${sign}${prefix}${write(Math.abs(scaled), written, options)}${suffix}`;
}

function zeros(part: string): number {
  return part.replaceAll(/[^0]/g, "").length;
}

/** Plain blanks instead of those that do not break, which scripts would not find in the result. */
function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale, options).format(value).replaceAll(/[\u00A0\u202F]/g, " ");
}
