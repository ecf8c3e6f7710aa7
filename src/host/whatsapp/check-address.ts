import { addressMessages } from "../../diagnostics/codes/address-requests.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { firstOf, type Problem, tooLong } from "./check-text.ts";
import type { AddressFields, AddressRequestContent } from "./content.ts";
import { readRecipient, withPlus } from "./recipient.ts";

const INDIA = "+91";

/** Says what is wrong with what an address form is filled in with. */
export function addressRequestProblem({
  values,
  saved = [],
  errors,
}: Omit<AddressRequestContent, "kind">): Problem {
  const filled = [values, ...saved.map(({ fields }) => fields)];
  return firstOf([
    ...filled.map(pinCodeProblem),
    errors !== undefined && Object.keys(errors).length === 0
      ? addressMessages.noFields("ERRORS", "an empty object")
      : undefined,
  ]);
}

/** Says whether somebody can be asked for an address: by a number of India. */
export function addressRecipientProblem(to: string): Problem {
  const recipient = readRecipient(to);
  if (recipient === undefined || "recipient" in recipient) return undefined;
  return withPlus(recipient.to).startsWith(INDIA) ? undefined : addressMessages.otherCountry(to);
}

function pinCodeProblem(fields: AddressFields | undefined): Problem {
  return tooLong("the field in_pin_code", fields?.["in_pin_code"], LIMITS.pinCode);
}
