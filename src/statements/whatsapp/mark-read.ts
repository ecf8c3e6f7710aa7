import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";

/** `MARK WHATSAPP READ id`: the blue ticks, and perhaps that an answer is written. */
export const markWhatsAppRead = defineStatement({
  pattern: "MARK WHATSAPP READ <message:text> { <typing?:word(TYPING)> | USING <from?:text> }",
  also: ["MARK WHATSAPP <message:text> AS READ { <typing?:word(TYPING)> | USING <from?:text> }"],
  summary:
    "Shows somebody that a message was read, by its id, and with it all before. WITH TYPING also shows for up to 25 seconds that an answer is being written.",
  example: `MARK WHATSAPP READ "wamid.HBgN" WITH TYPING`,
  output: "simulated whatsapp shows wamid.HBgN as read, and typing",
  needs: ["whatsapp"],
  checks: {
    message: (value) =>
      toText(value).trim() === ""
        ? lostPartMessages.sendsNothing("the id of the message", "GET WHATSAPP MESSAGE ID")
        : undefined,
  },
  run: ({ message, typing, from = "" }, { host, place }) => {
    const messageId = message.trim();
    const mark = {
      channel: "whatsapp",
      to: "",
      text: "",
      content: { kind: "read", messageId, typing: typing !== undefined },
      ...(from.trim() === "" ? {} : { from: from.trim() }),
    } as const;
    if (messageId === "") host.whatsapp.skip(mark, "it has no message", place);
    else host.whatsapp.send(mark, place);
  },
});
