/** A number of 8 to 15 digits in one piece, as WhatsApp writes senders. */
const COMPACT = /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][.-])\d{8,15}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;

/** A number in groups: `+55 (11) 99999-9999`, `(11) 99999-9999`, `415-867-5309`. */
const GROUPED =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][.-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)|\d{2,4})[ .-]?\d{3,5}[ .-]\d{4}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;

/** A number that says so by its +, however it is grouped. */
const INTERNATIONAL = /\+\d[\d ().-]{6,18}\d/g;

/** Ids of requests, runs and messages, which most fields of most lines are. */
const ID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::\d{1,6})?$/;

/**
 * Hides the phone numbers in a text but for their last four digits. Ids with letters in them,
 * such as a CallSid or a wamid, and dates stay as they are.
 * @returns the text with each hidden digit as `*`
 */
export function maskPhones(text: string): string {
  if (!/\d{4}/.test(text) || ID.test(text)) return text;
  return text.replace(INTERNATIONAL, mask).replace(GROUPED, mask).replace(COMPACT, mask);
}

function mask(number: string): string {
  return number.slice(0, -4).replace(/\d/g, "*") + number.slice(-4);
}
