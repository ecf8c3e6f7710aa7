import { type RefusedNumber, refusedAsDialled } from "../../diagnostics/dialled-number.ts";
import { dialPrefixOf } from "../../facts/phone-numbers.ts";

const PUNCTUATION = /[\s().-]/g;

const NUMBER = /^\+?\d{3,15}$/;

/** What names the channel of an address such as `whatsapp:+55…`. */
const CHANNEL = /^[a-z]+:/;

/** Digits of the longest short codes, which have no country code. */
const LONGEST_SHORT_CODE = 6;

/** Digits from which on a number has its country code; ten are those of a number at home, in the US too. */
const SHORTEST_WITH_COUNTRY = 11;

/** What can be sent to, for messages about what cannot. */
export const EXPECTED_RECIPIENT = "a phone number with its country code, such as +5511999999999";

/**
 * Reads a number of a telephone, as people write it, or as WhatsApp delivers it, without `+`.
 * @returns digits, with `+` where it is there or the country code is, as Twilio asks for (E.164); undefined
 *   for what is no number, and for one that is written as it is dialled at home, such as 0171 2345678
 */
export function readNumber(written: string): string | undefined {
  const bare = written.trim().replace(PUNCTUATION, "");
  if (!NUMBER.test(bare) || prefixOf(written) !== undefined) return undefined;
  return /^\d/.test(bare) && bare.length >= SHORTEST_WITH_COUNTRY ? `+${bare}` : bare;
}

/**
 * Reads whom a message goes to, as people write it. Source: Twilio, "Message resource", parameter To.
 * @returns the recipient as Twilio takes it; undefined where it takes none such
 */
export function readSmsRecipient(written: string): string | undefined {
  const text = written.trim();
  const [channel = ""] = CHANNEL.exec(text) ?? [];
  const number = readNumber(text.slice(channel.length));
  if (number === undefined) return undefined;
  // Those of WhatsApp always have their country code.
  return channel === "whatsapp:" ? `${channel}+${number.replace("+", "")}` : channel + number;
}

/** Says why a number is not taken. @param expected what is taken; a number unless given */
export function refusedByTwilio(written: string, expected = EXPECTED_RECIPIENT): RefusedNumber {
  const number = written.trim().replace(CHANNEL, "");
  const isNumber = NUMBER.test(number.replace(PUNCTUATION, ""));
  const prefix = isNumber ? prefixOf(number) : undefined;
  if (prefix !== undefined) return refusedAsDialled(written, prefix);
  return { found: JSON.stringify(written), expected };
}

/** What is as short as a short code may begin with 0. */
function prefixOf(written: string) {
  const digits = written.replace(/\D/g, "");
  const isShortCode = digits.length <= LONGEST_SHORT_CODE && !written.includes("+");
  return isShortCode ? undefined : dialPrefixOf(written);
}
