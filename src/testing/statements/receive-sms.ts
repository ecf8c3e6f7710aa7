import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveTwilioSms } from "../receive-from-twilio.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE SMS "hello" FROM "+5511…"`: an SMS that Twilio hands over. */
export const receiveSms = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE SMS <text:text> { FROM <from?:text> | TO <to?:text> | MEDIA <media?:any> | TYPE <mediaType?:text> | NAMED <name?:text> | BUTTON <button?:text> | OPTOUT <optOut?:word(STOP|START|HELP)> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Sends an SMS to the script as Twilio does, and waits until all that comes of it is done. MEDIA makes it an MMS, with a file at this address or at each of a list, of the media TYPE image/jpeg or the one given. FROM a number behind whatsapp: it is a WhatsApp message through Twilio, of somebody NAMED so, who may have pressed a BUTTON. OPTOUT is what Twilio took the text for and answered itself.",
    example: `RECEIVE SMS "hello" FROM "+5511999999999"\nEXPECT SMS TO "+5511999999999"`,
    raises: ["GB3511", "GB3518"],
    runAsync: ({ text, path: at, from, to, signature, media, ...content }) =>
      receiveTwilioSms(
        bed.get(),
        text,
        { from, to, signature, at },
        { ...content, media: addressesOf(media ?? null) },
      ),
  }),
  review: reviewPath("path"),
});

function addressesOf(media: Value): readonly string[] {
  const all = Array.isArray(media) ? media : [media];
  return all.map((one) => toText(one)).filter((address) => address !== "");
}
