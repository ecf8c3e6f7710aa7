import { defineStatement } from "../define.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { addressingChecks, textCheck } from "./slot-checks.ts";

const CLAUSES = `{ <preview?:word(PREVIEW)> | ${ADDRESSING} }` as const;

/** `SEND WHATSAPP TO number WITH text`, also `SEND WHATSAPP number, text`. */
export const sendWhatsApp = defineStatement({
  pattern: `SEND WHATSAPP TO <to:text> WITH <text:text> ${CLAUSES}`,
  also: [`SEND WHATSAPP <to:text>, <text:text> ${CLAUSES}`],
  summary:
    "Sends a WhatsApp text to a phone number or user id. WITH PREVIEW shows the page of the first address in it, IN REPLY TO quotes a message by its id. Without a recipient or a text nothing is sent, and the log says so.",
  example: `SEND WHATSAPP TO "5511999999999" WITH "Your order is on its way."`,
  output: "simulated whatsapp to 5511999999999: Your order is on its way.",
  raises: ["GB2479", "GB4723"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: textCheck,
  },
  run: ({ to, text, preview, replyTo, from }, { host, place }) => {
    const message = messageOf({ to, replyTo, from }, text);
    const shown = preview === undefined ? message : { ...message, preview: true as const };
    sendOrSkip(shown, host.whatsapp, place);
  },
});
