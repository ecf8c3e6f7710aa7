import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import type { Value } from "../../runtime/value/value.ts";

// Commas and semicolons separate, except in a quoted display name: "Silva, Ana" <ana@example.com>.
const BETWEEN_SEPARATORS = /(?:"(?:\\.|[^"\\])*"|[^,;"]|")+/g;
const BARE_ADDRESS = /^[^\s<>@",;:\\]+@[^\s<>@",;:\\]+$/;
const NAMED_ADDRESS = /^(?:"(?:\\.|[^"\\])*"|[^<>"]*)\s*<([^<>]*)>$/;
const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * Reads the recipients of a mail.
 * @param value text with commas or semicolons between addresses, or a list of such texts; null,
 *   undefined and empty text give none
 * @returns the addresses as written, trimmed, each `ana@example.com` or `Ana <ana@example.com>`
 * @throws BasicError for what cannot be an address, line breaks included: they would forge headers
 */
export function readAddresses(value: Value | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(readAddresses);
  if (typeof value !== "string") {
    throw new BasicError(statementMessages.addressKind(describe(value)));
  }
  const text = value.trim();
  const parts = (text.match(BETWEEN_SEPARATORS) ?? []).map((part) => part.trim());
  const addresses = parts.filter((part) => part !== "");
  for (const address of addresses) checkAddress(address);
  return addresses;
}

/** Checks the addresses of a mail where the script says them. */
export const addressesCheck: SlotCheck = (value) => {
  try {
    readAddresses(value);
    return undefined;
  } catch (error) {
    if (!(error instanceof BasicError)) throw error;
    const expected = 'it as "ana@example.com" or "Ana <ana@example.com>"';
    return channelMessages.recipientWithoutAddress("mail", describe(value), expected);
  }
};

/** Checks whom a mail goes to; without a recipient it is skipped when the script runs. */
export const recipientsCheck: SlotCheck = (value, written) => {
  const problem = addressesCheck(value, written);
  if (problem !== undefined || readAddresses(value).length > 0) return problem;
  return lostPartMessages.sendsNothing("the recipient", 'an address such as "ana@example.com"');
};

function checkAddress(address: string): void {
  const bare = NAMED_ADDRESS.exec(address)?.[1] ?? address;
  if (CONTROL_CHARACTER.test(address) || !BARE_ADDRESS.test(bare)) {
    const shown = address.replace(/\p{Cc}+/gu, " ");
    throw new BasicError(statementMessages.invalidAddress(shown));
  }
}
