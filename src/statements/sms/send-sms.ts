import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { reasonToSkip } from "../reason-to-skip.ts";

/** Files of one message. Source: Twilio, "Message resource", parameter MediaUrl. */
const MOST_FILES = 10;

/** `SEND SMS TO number WITH text [AND MEDIA url]`, also `SEND SMS number, text`. */
export const sendSms = defineStatement({
  pattern: "SEND SMS TO <to:text> WITH <text:text> [AND MEDIA <media?:any>]",
  also: ["SEND SMS <to:text>, <text:text>"],
  summary:
    "Sends an SMS. With MEDIA it is an MMS, with the file at an address of the web, or up to 10 in a list; its text may be empty. A number behind whatsapp: gets a WhatsApp message through Twilio. Without a recipient or a content nothing is sent, and the log says so.",
  example: `SEND SMS TO "+5511999999999" WITH "Your code is 123456."
SEND SMS TO "+15550002222" WITH "Your ticket" AND MEDIA "https://example.com/ticket.png"`,
  output: `simulated sms to +5511999999999: Your code is 123456.
simulated sms to +15550002222: Your ticket https://example.com/ticket.png`,
  raises: ["GB4688", "GB4689"],
  needs: ["sms"],
  checks: { media: mediaProblem },
  run: ({ to, text, media = null }, { host, place }) => {
    const problem = mediaProblem(media);
    if (problem !== undefined) throw new BasicError(problem);
    const files = addressesIn(media);
    const plain = { channel: "sms", to: to.trim(), text } as const;
    const message = files.length === 0 ? plain : { ...plain, media: files };
    const reason = reasonToSkip(to, files.length === 0 ? text : "media");
    if (reason === undefined) host.sms.send(message, place);
    else host.sms.skip(message, reason, place);
  },
});

function mediaProblem(media: Value): Message | undefined {
  const addresses = addressesIn(media);
  if (addresses.length > MOST_FILES) {
    return phoneCallMessages.tooManyFiles(addresses.length, MOST_FILES);
  }
  const wrong = addresses.find(
    (address) => !/^https?:\/\//i.test(address) || !URL.canParse(address),
  );
  return wrong === undefined ? undefined : phoneCallMessages.noFileAddress(describe(wrong));
}

/** What is empty is no file. */
function addressesIn(media: Value): readonly string[] {
  const all = Array.isArray(media) ? media : [media];
  return all.map((one) => toText(one).trim()).filter((address) => address !== "");
}
