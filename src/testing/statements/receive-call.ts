import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { SOMEBODY } from "../event-desk.ts";
import { callForm } from "../events/twilio/call-forms.ts";
import { TEST_TWILIO, twilioRequest } from "../twilio-request.ts";

/** `RECEIVE CALL FROM "+5511…"`: a call that Twilio asks for TwiML for. */
export const receiveCall = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "RECEIVE CALL { FROM <from?:text> | TO <to?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary: "Lets somebody call: sends the script what Twilio sends, and waits for its TwiML.",
    example: `RECEIVE CALL FROM "+5511999999999"`,
    raises: ["GB3511"],
    runAsync: async ({ from, to, path, signature }) => {
      const { events, routes } = bed.get();
      const number = events.next();
      const call = {
        accountSid: TEST_TWILIO.accountSid,
        callSid: TEST_TWILIO.sid("CA", number),
        from: from ?? SOMEBODY.number ?? "",
        to: to ?? TEST_TWILIO.number,
      };
      const target = path ?? routes.call();
      events.call = { call, path: target };
      await events.send(twilioRequest(target, callForm(call), number, signature));
    },
  });
