import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { TWILIO_LIMITS } from "../../facts/twilio-limits.ts";
import { charactersBeyond } from "../../host/whatsapp/characters.ts";
import type { WrittenStatement } from "../../host/written-statement.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { reasonToSkip } from "../reason-to-skip.ts";
import { smsRecipientCheck } from "./recipient-check.ts";
import { segmentsOf } from "./segments.ts";
import { VALIDITY, validityCheck, validityOf } from "./validity.ts";

/** So many parts are as many as people expect of a longer text. */
const MANY_PARTS = 3;

/** A number, a short code, a messaging service or a name. Source: Twilio, "Message resource", parameter From. */
const SENDER =
  /^(?:whatsapp:)?\+\d{3,15}$|^\d{3,8}$|^MG[0-9A-Za-z]{4,}$|^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/;

/** `SEND SMS TO number WITH text [AND MEDIA url]`, also `SEND SMS number, text`. */
export const sendSms = defineStatement({
  pattern: `SEND SMS TO <to:text> WITH <text:text> { AND MEDIA <media?:any> | FROM <from?:text> | ${VALIDITY} }`,
  also: ["SEND SMS <to:text>, <text:text>"],
  summary:
    "Sends an SMS. With MEDIA it is an MMS, with the file at an address of the web, or up to 10 in a list; its text may be empty. A number behind whatsapp: gets a WhatsApp message through Twilio. FROM is one of your numbers, a messaging service or a sender name, if not TWILIO_FROM. VALID FOR says after which time it is not worth sending any more, where it waits at Twilio: up to 10 hours. A text has 1600 characters at most. Without a recipient or a content nothing is sent, and the log says so.",
  example: `SEND SMS TO "+5511999999999" WITH "Your code is 123456." VALID FOR 10 MINUTES
SEND SMS TO "+15550002222" WITH "Your ticket" AND MEDIA "https://example.com/ticket.png"`,
  output: `simulated sms to +5511999999999: Your code is 123456.
simulated sms to +15550002222: Your ticket https://example.com/ticket.png`,
  raises: ["GB2479", "GB2676", "GB4005", "GB4687", "GB4688", "GB4689", "GB4698", "GB4723"],
  needs: ["sms"],
  checks: {
    to: smsRecipientCheck,
    text: textProblem,
    media: mediaProblem,
    from: senderProblem,
    valid: validityCheck,
  },
  run: ({ to, text, media = null, from = "", valid, unit }, { host, place }) => {
    const problem = lengthProblem(text) ?? mediaProblem(media) ?? senderProblem(from);
    if (problem !== undefined) throw new BasicError(problem);
    const validity = validityOf(valid, unit);
    const files = addressesIn(media);
    const sender = from.trim() === "" ? {} : { from: from.trim() };
    const plain = { channel: "sms", to: to.trim(), text, ...sender, ...validity } as const;
    const message = files.length === 0 ? plain : { ...plain, media: files };
    const reason = reasonToSkip(to, files.length === 0 ? text : "media");
    if (reason === undefined) host.sms.send(message, place);
    else host.sms.skip(message, reason, place);
  },
});

/** More is an error; what is long is told of before it runs, as each part is charged. */
function textProblem(value: Value, { isFilled }: WrittenStatement): Message | undefined {
  const text = toText(value);
  if (text.trim() === "" && !isFilled("media")) {
    return lostPartMessages.sendsNothing("the text", "what is to be sent");
  }
  const { count, foreign } = segmentsOf(text);
  if (count <= MANY_PARTS) return lengthProblem(text);
  return lengthProblem(text) ?? phoneCallMessages.manyParts(count, foreign);
}

function lengthProblem(text: string): Message | undefined {
  const length = charactersBeyond(text, TWILIO_LIMITS.text);
  return length === undefined
    ? undefined
    : channelMessages.tooLong("SMS", length, TWILIO_LIMITS.text);
}

function senderProblem(value: Value): Message | undefined {
  const sender = toText(value).trim();
  if (sender === "" || SENDER.test(sender)) return undefined;
  const expected =
    'a number such as "+15551234567", a messaging service "MG…" or a name of 11 letters at most';
  return phoneCallMessages.wrongValue("FROM", JSON.stringify(sender), expected);
}

function mediaProblem(media: Value): Message | undefined {
  const addresses = addressesIn(media);
  if (addresses.length > TWILIO_LIMITS.files) {
    return phoneCallMessages.tooManyFiles(addresses.length, TWILIO_LIMITS.files);
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
