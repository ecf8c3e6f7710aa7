import { DEFAULT_LOCALE } from "./locale.ts";

/** The most digits after the point that Intl writes. */
const MOST_DIGITS = 100;

/** Says how many digits follow the point: this many, or from this many to those. */
export function digits(least: number, most = least) {
  return {
    minimumFractionDigits: Math.min(MOST_DIGITS, least),
    maximumFractionDigits: Math.min(MOST_DIGITS, most),
  };
}

/**
 * Writes a number in a language. Halves go away from zero as the number is written, so that 1.005
 * is 1.01 with two digits, although the double below it is a bit less.
 * @param shift digits that the point moves to the right before
 */
export function writeDecimal(
  value: number,
  options: Intl.NumberFormatOptions,
  locale = DEFAULT_LOCALE,
  shift = 0,
): string {
  const text: `${number}` = `${shiftPoint(value, shift)}`;
  const written = new Intl.NumberFormat(locale, { signDisplay: "negative", ...options }).format(
    text,
  );
  // Plain blanks instead of those that do not break, which scripts would not find in the result.
  return written.replaceAll(/[\u00A0\u202F]/g, " ");
}

/** Moves the point in the text of the number, as 0.285 * 100 is less than 28.5. */
function shiftPoint(value: number, shift: number): number {
  if (shift === 0) return value;
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const shifted = Number(`${mantissa}e${String(Number(exponent) + shift)}`);
  return Number.isFinite(shifted) ? shifted : value;
}
