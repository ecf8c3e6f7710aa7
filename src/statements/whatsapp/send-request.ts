import { defineStatement } from "../define.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH LOCATION REQUEST text`. */
export const sendLocationRequest = defineStatement({
  title: "SEND WHATSAPP WITH LOCATION REQUEST",
  pattern: `SEND WHATSAPP TO <to:text> WITH LOCATION REQUEST <text:text> { ${ADDRESSING} }`,
  summary:
    "Sends a text with a button by which somebody sends a place. What they send comes as a location.",
  example: `SEND WHATSAPP TO "5511999999999" WITH LOCATION REQUEST "Where shall we bring it?"`,
  output: "simulated whatsapp to 5511999999999, location request: Where shall we bring it?",
  needs: ["whatsapp"],
  checks: { ...addressingChecks, text: bodyCheck },
  run: ({ text, ...addressing }, { host, place }) =>
    sendOrSkip(messageOf(addressing, text, { kind: "location request" }), host.whatsapp, place),
});

/** `SEND WHATSAPP TO number WITH CONTACT REQUEST text`. */
export const sendContactRequest = defineStatement({
  title: "SEND WHATSAPP WITH CONTACT REQUEST",
  pattern: `SEND WHATSAPP TO <to:text> WITH CONTACT REQUEST <text:text> { ${ADDRESSING} }`,
  summary:
    "Sends a text with a button by which somebody who hides the number shares it. What they share comes as contacts, whose origin is contact_request.",
  example: `SEND WHATSAPP TO "BR.1502576394655843" WITH CONTACT REQUEST "May we have your number for the courier?"`,
  output:
    "simulated whatsapp to BR.1502576394655843, contact request: May we have your number for the courier?",
  needs: ["whatsapp"],
  checks: { ...addressingChecks, text: bodyCheck },
  run: ({ text, ...addressing }, { host, place }) =>
    sendOrSkip(messageOf(addressing, text, { kind: "contact request" }), host.whatsapp, place),
});

/** `SEND WHATSAPP TO number WITH CALL REQUEST text`. */
export const sendCallRequest = defineStatement({
  title: "SEND WHATSAPP WITH CALL REQUEST",
  pattern: `SEND WHATSAPP TO <to:text> WITH CALL REQUEST <text:text> { ${ADDRESSING} }`,
  summary:
    "Sends a text with which somebody allows or refuses that you call them in WhatsApp. The answer comes as a message of the type call_permission_reply, with WHATSAPP.permission.",
  example: `SEND WHATSAPP TO "5511999999999" WITH CALL REQUEST "May we call you about your order?"`,
  output: "simulated whatsapp to 5511999999999, call request: May we call you about your order?",
  needs: ["whatsapp"],
  checks: { ...addressingChecks, text: bodyCheck },
  run: ({ text, ...addressing }, { host, place }) =>
    sendOrSkip(messageOf(addressing, text, { kind: "call request" }), host.whatsapp, place),
});
