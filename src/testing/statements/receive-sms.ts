import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { SOMEBODY } from "../event-desk.ts";
import { smsForm } from "../events/twilio/message-forms.ts";
import { checkedPath, reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";
import { TEST_TWILIO, twilioRequest } from "../twilio-request.ts";

/** `RECEIVE SMS "hello" FROM "+5511…"`: an SMS that Twilio hands over. */
export const receiveSms = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE SMS <text:text> { FROM <from?:text> | TO <to?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Sends an SMS to the script as Twilio does, and waits until all that comes of it is done.",
    example: `RECEIVE SMS "hello" FROM "+5511999999999"\nEXPECT SMS TO "+5511999999999"`,
    raises: ["GB3511", "GB3518"],
    runAsync: async ({ text, from, to, path, signature }) => {
      const { events, routes } = bed.get();
      const number = events.next();
      const form = smsForm({
        accountSid: TEST_TWILIO.accountSid,
        messageSid: TEST_TWILIO.sid("SM", number),
        from: from ?? SOMEBODY.number ?? "",
        to: to ?? TEST_TWILIO.number,
        body: text,
      });
      const target = path === undefined ? routes.sms() : checkedPath(path);
      await events.send(twilioRequest({ target, method: "POST", form }, number, signature));
    },
  }),
  review: reviewPath("path"),
});
