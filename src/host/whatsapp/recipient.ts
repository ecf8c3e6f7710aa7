import { type RefusedNumber, refusedAsDialled } from "../../diagnostics/dialled-number.ts";
import { dialPrefixOf, fewestDigits, LONGEST_NUMBER } from "../../facts/phone-numbers.ts";

/** A country, a dot and up to 128 letters and digits; `ENT.` where it belongs to a parent. */
const BUSINESS_SCOPED_USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Signs that people write into phone numbers. */
const PHONE_PUNCTUATION = /[\s().+-]/g;

/** A recipient as the Cloud API wants it: `to` for phone numbers, `recipient` for user ids. */
export type Recipient = { readonly to: string } | { readonly recipient: string };

/**
 * Reads a recipient as people write it. Source: Meta, "Send messages" and "Business-scoped user IDs". A `+` stays:
 * without it Meta may put the country code of the business before a number that looks like one without.
 * @returns undefined for what WhatsApp cannot send to
 */
export function readRecipient(written: string): Recipient | undefined {
  const bare = written.trim().replace(/^whatsapp:/i, "");
  if (BUSINESS_SCOPED_USER_ID.test(bare)) return { recipient: bare };
  const digits = digitsOf(bare);
  if (digits === undefined || digits.length > LONGEST_NUMBER) return undefined;
  if (digits.length < fewestDigits(digits) || dialPrefixOf(bare) !== undefined) return undefined;
  return { to: bare.startsWith("+") ? `+${digits}` : digits };
}

/**
 * Reads a number that WhatsApp itself delivered, which it takes as it is, however many digits it has.
 * @returns undefined for what is no number
 */
export function readDelivered(written: string): Recipient | undefined {
  const digits = digitsOf(written.trim().replace(/^whatsapp:/i, ""));
  return digits === undefined || digits.length > LONGEST_NUMBER ? undefined : { to: digits };
}

/** Writes a phone number of `readRecipient` in E.164 form. */
export function withPlus(to: string): string {
  return to.startsWith("+") ? to : `+${to}`;
}

function digitsOf(bare: string): string | undefined {
  const digits = bare.replace(PHONE_PUNCTUATION, "");
  return /^\d+$/.test(digits) ? digits : undefined;
}

/** Says why WhatsApp cannot send to somebody, also of a number without its country code or with too few digits. */
export function refusedRecipient(written: string): RefusedNumber {
  const shown = JSON.stringify(written);
  const bare = written.trim().replace(/^whatsapp:/i, "");
  const digits = digitsOf(bare);
  if (digits === undefined) return { found: shown, expected: EXPECTED_RECIPIENT };
  const prefix = dialPrefixOf(bare);
  if (prefix !== undefined) return refusedAsDialled(written, prefix);
  if (digits.length >= fewestDigits(digits)) return { found: shown, expected: EXPECTED_RECIPIENT };
  const found = `${shown}, as its ${String(digits.length)} digits are too few for a number with its country code`;
  return { found, expected: EXPECTED_RECIPIENT };
}

/** What WhatsApp can send to, for messages about what it cannot. */
export const EXPECTED_RECIPIENT =
  "a phone number with its country code, such as 5511999999999, or a user id such as BR.1502576394655843";
