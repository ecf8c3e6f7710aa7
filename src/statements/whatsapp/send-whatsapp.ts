import { defineStatement } from "../define.ts";
import { ADDRESSING_FOR_A_TIME, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { timedAddressingChecks, textCheck } from "./slot-checks.ts";

const CLAUSES = `{ <preview?:word(PREVIEW)> | ${ADDRESSING_FOR_A_TIME} }` as const;

/** `SEND WHATSAPP TO number WITH text`, also `SEND WHATSAPP number, text`. */
export const sendWhatsApp = defineStatement({
  pattern: `SEND WHATSAPP TO <to:text> WITH <text:text> ${CLAUSES}`,
  also: [`SEND WHATSAPP <to:text>, <text:text> ${CLAUSES}`],
  summary:
    "Sends a WhatsApp text to a phone number or user id. WITH PREVIEW shows the page of the first address in it, IN REPLY TO quotes a message by its id. VALID FOR says after which time Twilio no longer sends it, where it leaves through Twilio. Without a recipient or a text nothing is sent, and the log says so.",
  example: `SEND WHATSAPP TO "5511999999999" WITH "Your order is on its way."`,
  output: "simulated whatsapp to 5511999999999: Your order is on its way.",
  raises: ["GB2479", "GB4687", "GB4723", "GB4807"],
  needs: ["whatsapp"],
  checks: {
    ...timedAddressingChecks,
    text: textCheck,
  },
  run: ({ text, preview, ...addressing }, { host, place }) => {
    const message = messageOf(addressing, text);
    const shown = preview === undefined ? message : { ...message, preview: true as const };
    sendOrSkip(shown, host.whatsapp, place);
  },
});
