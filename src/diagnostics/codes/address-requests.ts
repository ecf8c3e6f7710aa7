import { error } from "../message.ts";

/** GB4772 and GB4773: requests for an address. */
export const addressMessages = {
  noFields: (clause: string, found: string) =>
    error(
      "GB4772",
      `${clause} takes an object, found ${found}`,
      clause === "SAVED"
        ? 'write addresses by their ids: { "home": { "city": "Mumbai", "in_pin_code": "400063" } }'
        : `write fields by their names: { "city": ${clause === "ERRORS" ? '"We do not deliver there."' : '"Mumbai"'} }`,
    ),
  otherCountry: (to: string) =>
    error(
      "GB4773",
      `${JSON.stringify(to)} is no number of India, and WhatsApp asks only people there for an address`,
      "ask for it in a text, or with a form: WITH FLOW",
    ),
} as const;
