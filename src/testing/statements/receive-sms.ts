import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveTwilioSms } from "../receive-from-twilio.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE SMS "hello" FROM "+5511…"`: an SMS that Twilio hands over. */
export const receiveSms = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE SMS <text:text> { FROM <from?:text> | TO <to?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Sends an SMS to the script as Twilio does, and waits until all that comes of it is done.",
    example: `RECEIVE SMS "hello" FROM "+5511999999999"\nEXPECT SMS TO "+5511999999999"`,
    raises: ["GB3511", "GB3518"],
    runAsync: ({ text, path: at, ...parties }) =>
      receiveTwilioSms(bed.get(), text, { ...parties, at }),
  }),
  review: reviewPath("path"),
});
