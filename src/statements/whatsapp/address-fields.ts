import { addressMessages } from "../../diagnostics/codes/address-requests.ts";
import { ADDRESS_FIELDS } from "../../facts/whatsapp-limits.ts";
import type { AddressFields, SavedAddress } from "../../host/whatsapp/content.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { checkKeys } from "./read-value.ts";

/**
 * Reads fields of an address form: an object of texts by their names.
 * @throws BasicError GB4772 for anything else, GB4730 for a field that the form does not have
 */
export function readAddressFields(clause: string, value: Value): AddressFields {
  if (!isObject(value)) throw new BasicError(addressMessages.noFields(clause, describe(value)));
  checkKeys(clause, value, ADDRESS_FIELDS);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.toLowerCase(), toText(one).trim()]),
  );
}

/**
 * Reads addresses that are known: an object of them by their ids.
 * @throws BasicError GB4772 for anything else, GB4730 for a field that the form does not have
 */
export function readSavedAddresses(value: Value): readonly SavedAddress[] {
  if (!isObject(value)) throw new BasicError(addressMessages.noFields("SAVED", describe(value)));
  return Object.entries(value).map(([id, one]) => ({
    id,
    fields: readAddressFields("SAVED", one),
  }));
}
