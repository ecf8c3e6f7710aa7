import { defineStatement } from "../define.ts";
import { reasonToSkip } from "../reason-to-skip.ts";

/** `SEND WHATSAPP TO number WITH text`, also `SEND WHATSAPP number, text`. */
export const sendWhatsApp = defineStatement({
  pattern: "SEND WHATSAPP TO <to:text> WITH <text:text>",
  also: ["SEND WHATSAPP <to:text>, <text:text>"],
  summary:
    "Sends a WhatsApp text to a phone number or user id. Without a recipient or a text nothing is sent, and the log says so.",
  example: `SEND WHATSAPP TO "5511999999999" WITH "Your order is on its way."`,
  output: "simulated whatsapp to 5511999999999: Your order is on its way.",
  needs: ["whatsapp"],
  run: ({ to, text }, { host, place }) => {
    const message = { channel: "whatsapp", to: to.trim(), text } as const;
    const reason = reasonToSkip(to, text);
    if (reason === undefined) host.whatsapp.send(message, place);
    else host.whatsapp.skip(message, reason, place);
  },
});
