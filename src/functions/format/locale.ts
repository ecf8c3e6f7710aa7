import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";

export const DEFAULT_LOCALE = "en-US";

/** Languages that name no country, with the country that scripts mean by them. */
const COUNTRIES = new Map([
  ["en", "en-US"],
  ["pt", "pt-BR"],
]);

/** Intl knows currencies by code only, not which country has which. */
const CURRENCIES = new Map([
  ["AE", "AED"],
  ["AO", "AOA"],
  ["AR", "ARS"],
  ["AU", "AUD"],
  ["BO", "BOB"],
  ["BR", "BRL"],
  ["CA", "CAD"],
  ["CH", "CHF"],
  ["CL", "CLP"],
  ["CN", "CNY"],
  ["CO", "COP"],
  ["CR", "CRC"],
  ["CZ", "CZK"],
  ["DK", "DKK"],
  ["EC", "USD"],
  ["EG", "EGP"],
  ["GB", "GBP"],
  ["HK", "HKD"],
  ["HU", "HUF"],
  ["ID", "IDR"],
  ["IL", "ILS"],
  ["IN", "INR"],
  ["JP", "JPY"],
  ["KE", "KES"],
  ["KR", "KRW"],
  ["MX", "MXN"],
  ["MY", "MYR"],
  ["MZ", "MZN"],
  ["NG", "NGN"],
  ["NO", "NOK"],
  ["NZ", "NZD"],
  ["PE", "PEN"],
  ["PH", "PHP"],
  ["PL", "PLN"],
  ["PY", "PYG"],
  ["RO", "RON"],
  ["RU", "RUB"],
  ["SA", "SAR"],
  ["SE", "SEK"],
  ["SG", "SGD"],
  ["TH", "THB"],
  ["TR", "TRY"],
  ["TW", "TWD"],
  ["UA", "UAH"],
  ["US", "USD"],
  ["UY", "UYU"],
  ["VN", "VND"],
  ["ZA", "ZAR"],
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
  const match = /\[([\w-]*)\]$/.exec(written);
  const [brackets, tag] = match ?? [];
  if (brackets === undefined || tag === undefined) return { pattern: written, locale: undefined };
  if (tag === "") throw new BasicError(valueMessages.unknownLocale(describe(tag)));
  return { pattern: written.slice(0, -brackets.length), locale: localeOf(tag) };
}

/**
 * Finds a language by its tag such as "pt" or "pt-BR"; an empty one is English.
 * @throws BasicError GB3040 for a language that does not exist
 */
export function localeOf(tag: string): string {
  if (tag === "") return DEFAULT_LOCALE;
  const [locale] = supportedLocales(tag.replace("_", "-"));
  if (locale === undefined) throw new BasicError(valueMessages.unknownLocale(describe(tag)));
  return COUNTRIES.get(locale) ?? locale;
}

/** Gives the ISO code of the currency of a language and country; the euro for most of Europe's. */
export function currencyOf(locale: string): string {
  const { region = "" } = new Intl.Locale(locale).maximize();
  return CURRENCIES.get(region) ?? EURO;
}

/** An unknown language would be written as the machine's own, which differs from machine to machine. */
function supportedLocales(tag: string): readonly string[] {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag);
  } catch {
    return [];
  }
}
