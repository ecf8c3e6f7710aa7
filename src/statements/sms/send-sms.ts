import { defineStatement } from "../define.ts";
import { reasonToSkip } from "../reason-to-skip.ts";

/** `SEND SMS TO number WITH text`, also `SEND SMS number, text`. */
export const sendSms = defineStatement({
  pattern: "SEND SMS TO <to:text> WITH <text:text>",
  also: ["SEND SMS <to:text>, <text:text>"],
  summary: "Sends an SMS. Without a recipient or a text nothing is sent, and the log says so.",
  example: `SEND SMS TO "+5511999999999" WITH "Your code is 123456."`,
  output: "simulated sms to +5511999999999: Your code is 123456.",
  needs: ["sms"],
  run: ({ to, text }, { host, place }) => {
    const message = { channel: "sms", to: to.trim(), text } as const;
    const reason = reasonToSkip(to, text);
    if (reason === undefined) host.sms.send(message, place);
    else host.sms.skip(message, reason, place);
  },
});
