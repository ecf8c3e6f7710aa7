import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveTwilioCall } from "../receive-from-twilio.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE CALL FROM "+5511…"`: a call that Twilio asks for TwiML for. */
export const receiveCall = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE CALL { FROM <from?:text> | TO <to?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Lets somebody call: sends the script what Twilio sends, and plays its TwiML up to the first question. <Redirect> is followed as Twilio does, 50 times at most; one to another server ends the call.",
    example: `RECEIVE CALL FROM "+5511999999999"\nEXPECT SPOKEN "Welcome"`,
    raises: ["GB3511", "GB3513", "GB3518", "GB4249"],
    runAsync: ({ path: at, ...parties }) => receiveTwilioCall(bed.get(), { ...parties, at }),
  }),
  review: reviewPath("path"),
});
