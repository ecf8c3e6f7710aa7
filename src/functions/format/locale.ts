import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";

export const DEFAULT_LOCALE = "en-US";

/** Languages that name no country, with the country that scripts mean by them. */
const COUNTRIES = new Map([
  ["en", "en-US"],
  ["pt", "pt-BR"],
]);

const CURRENCIES = new Map([
  ["en-US", "USD"],
  ["pt-BR", "BRL"],
  ["en-GB", "GBP"],
  ["ja", "JPY"],
  ["ja-JP", "JPY"],
  ["zh", "CNY"],
  ["zh-CN", "CNY"],
  ["es-MX", "MXN"],
  ["es-AR", "ARS"],
  ["es-CL", "CLP"],
  ["es-CO", "COP"],
]);
const EURO = "EUR";

/** A pattern without the language in brackets at its end, and that language. */
export interface LocalizedPattern {
  readonly pattern: string;
  /** BCP 47 tag; undefined where the pattern names none. */
  readonly locale: string | undefined;
}

/**
 * Takes `[pt]` from the end of a pattern.
 * @throws BasicError GB3040 for a language that does not exist
 */
export function splitLocale(written: string): LocalizedPattern {
  const match = /^(.*)\[([\w-]*)\]$/s.exec(written);
  const [, pattern, tag] = match ?? [];
  if (pattern === undefined || tag === undefined) return { pattern: written, locale: undefined };
  try {
    const [locale = DEFAULT_LOCALE] = Intl.getCanonicalLocales(tag);
    return { pattern, locale: COUNTRIES.get(locale) ?? locale };
  } catch (cause) {
    throw new BasicError(valueMessages.unknownLocale(describe(tag)), { cause });
  }
}

/** Gives the ISO code of the currency of a language and country; the euro for most of Europe's. */
export function currencyOf(locale: string): string {
  return CURRENCIES.get(locale) ?? EURO;
}
