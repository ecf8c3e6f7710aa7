import { defineStatement } from "../define.ts";
import { readAddresses } from "../mail/addresses.ts";
import { sendOrSkip as sendMailOrSkip } from "../mail/send-or-skip.ts";
import { reasonToSkip } from "../reason-to-skip.ts";
import { messageOf, sendOrSkip } from "../whatsapp/send-or-skip.ts";
import { textCheck } from "../whatsapp/slot-checks.ts";
import { channelsOf, readRecipient, recipientOnChannelCheck } from "./recipient.ts";

/** `TALK TO "whatsapp:+5511…", text`: a text to somebody, on the channel that the recipient names. */
export const talkTo = defineStatement({
  pattern: "TALK TO <to:text>, <text:text>",
  also: ["TALK TO <to:text> WITH <text:text>"],
  title: "TALK TO",
  summary:
    "Sends a text to somebody: to a WhatsApp number behind whatsapp:, by SMS behind sms:, by mail behind email:. A number alone is one of WhatsApp. The first line of a mail is its subject.",
  example: `TALK TO "whatsapp:+5511999999999", "Your order is on its way."`,
  output: "simulated whatsapp to +5511999999999: Your order is on its way.",
  raises: ["GB2479", "GB2676", "GB3331", "GB4664", "GB4723"],
  needs: ["whatsapp", "sms", "mail"],
  needsFor: channelsOf,
  checks: { to: recipientOnChannelCheck, text: textCheck },
  run: ({ to, text }, { host, place }) => {
    const { channel, address } = readRecipient(to) ?? { channel: "whatsapp", address: "" };
    if (channel === "mail") {
      const [subject = ""] = text.trim().split("\n", 1);
      const mail = { channel, to: readAddresses(address), cc: [], bcc: [], subject, text } as const;
      sendMailOrSkip({ ...mail, html: undefined, attachments: [] }, host.mail, place);
    } else if (channel === "sms") {
      const message = { channel, to: address, text };
      const reason = reasonToSkip(address, text);
      if (reason === undefined) host.sms.send(message, place);
      else host.sms.skip(message, reason, place);
    } else sendOrSkip(messageOf({ to: address }, text), host.whatsapp, place);
  },
});
