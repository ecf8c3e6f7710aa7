import { addressRequestProblem } from "../../host/whatsapp/check-address.ts";
import { defineStatement } from "../define.ts";
import { readAddressFields, readSavedAddresses } from "./address-fields.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH ADDRESS REQUEST text VALUES object SAVED list ERRORS object`. */
export const sendAddressRequest = defineStatement({
  title: "SEND WHATSAPP WITH ADDRESS REQUEST",
  pattern: `SEND WHATSAPP TO <to:text> WITH ADDRESS REQUEST <text:text> { VALUES <values?:any> | SAVED <saved?:any> | ERRORS <errors?:any> | ${ADDRESSING} }`,
  summary:
    "Sends a text with a button that opens a form for an address, for businesses and people in India. VALUES fills fields in before, SAVED offers addresses by their ids, ERRORS says what is wrong with fields that somebody filled in. What they send comes as a flow that is called address_message.",
  example: `SEND WHATSAPP TO "911234567890" WITH ADDRESS REQUEST "Where shall we bring it?" VALUES { "name": "Asha", "city": "Mumbai" }`,
  output: "simulated whatsapp to 911234567890, address request: Where shall we bring it?",
  raises: ["GB4730", "GB4772"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    values: (value) => addressRequestProblem({ values: readAddressFields("VALUES", value) }),
    saved: (value) => addressRequestProblem({ saved: readSavedAddresses(value) }),
    errors: (value) => addressRequestProblem({ errors: readAddressFields("ERRORS", value) }),
  },
  run: ({ text, values = null, saved = null, errors = null, ...addressing }, { host, place }) => {
    const content = {
      kind: "address request",
      ...(values === null ? {} : { values: readAddressFields("VALUES", values) }),
      ...(saved === null ? {} : { saved: readSavedAddresses(saved) }),
      ...(errors === null ? {} : { errors: readAddressFields("ERRORS", errors) }),
    } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});
