/** A number of 8 to 15 digits in one piece, as WhatsApp writes senders. */
const COMPACT = /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][.-])\d{8,15}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;

/** A number in groups: `+55 (11) 99999-9999`, `(11) 99999-9999`, `415-867-5309`. */
const GROUPED =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}][.-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)|\d{2,4})[ .-]?\d{3,5}[ .-]\d{4}(?![\p{L}\p{N}_]|-[\p{L}\p{N}])/gu;

/** A number that says so by its +, however it is grouped. */
const INTERNATIONAL = /\+\d[\d ().-]{6,18}\d/g;

/** Ids of requests, runs and messages, which most fields of most lines are. */
const ID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?::\d{1,6})*$/;

/** What every grouped number holds; much quicker to look for than the whole. */
const LAST_GROUPS = /\d[ .-]\d{4}/;

/**
 * Hides the phone numbers in a text but for their last four digits. Ids with letters in them,
 * such as a CallSid or a wamid, and dates stay as they are.
 * @returns the text with each hidden digit as `*`
 */
export function maskPhones(text: string): string {
  if (!/\d{4}/.test(text) || ID.test(text)) return text;
  let shown = text;
  if (shown.includes("+")) shown = shown.replace(INTERNATIONAL, maskDigits);
  if (LAST_GROUPS.test(shown)) shown = shown.replace(GROUPED, maskDigits);
  return shown.replace(COMPACT, maskAll);
}

function maskDigits(number: string): string {
  return number.slice(0, -4).replace(/\d/g, "*") + number.slice(-4);
}

/** For a number that is digits alone: a search inside a search would cost more than both. */
function maskAll(number: string): string {
  return "*".repeat(number.length - 4) + number.slice(-4);
}
