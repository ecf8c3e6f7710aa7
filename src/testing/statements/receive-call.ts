import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { SOMEBODY } from "../event-desk.ts";
import { checkedPath, reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";
import { TEST_TWILIO } from "../twilio-request.ts";

/** `RECEIVE CALL FROM "+5511…"`: a call that Twilio asks for TwiML for. */
export const receiveCall = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE CALL { FROM <from?:text> | TO <to?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Lets somebody call: sends the script what Twilio sends, and plays its TwiML up to the first question. <Redirect> is followed as Twilio does, 50 times at most; one to another server ends the call.",
    example: `RECEIVE CALL FROM "+5511999999999"\nEXPECT SPOKEN "Welcome"`,
    raises: ["GB3511", "GB3513", "GB3518", "GB4249"],
    runAsync: async ({ from, to, path, signature }) => {
      const { events, routes } = bed.get();
      const number = events.next();
      const call = {
        accountSid: TEST_TWILIO.accountSid,
        callSid: TEST_TWILIO.sid("CA", number),
        from: from ?? SOMEBODY.number ?? "",
        to: to ?? TEST_TWILIO.number,
      };
      const target = path === undefined ? routes.call() : checkedPath(path);
      await events.ring(call, target, signature);
    },
  }),
  review: reviewPath("path"),
});
