import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveTwilioStatus } from "../receive-twilio-status.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE SMS STATUS "delivered"`: what became of a message that SEND SMS sent. */
export const receiveSmsStatus = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE SMS STATUS <status:text> { FOR <id?:text> | ERROR <error?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Tells the script what became of an SMS, as Twilio does with a status callback: of the one that was sent last, whether Twilio answered for it or not, or of that with the id FOR. ERROR is Twilio's code of why it did not arrive, such as 30003.",
    example: `RECEIVE SMS "hello"\nRECEIVE SMS STATUS "undelivered" ERROR "30003"\nEXPECT STATUS 200`,
    raises: ["GB3518", "GB3584", "GB3585"],
    runAsync: ({ path: at, ...told }) => receiveTwilioStatus(bed.get(), "sms", { ...told, at }),
  }),
  review: reviewPath("path"),
});

/** `RECEIVE CALL STATUS "busy"`: what became of a call that SEND CALL made. */
export const receiveCallStatus = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE CALL STATUS <status:text> { FOR <id?:text> | DURATION <duration?:number> | ANSWERED BY <answerer?:text> | ERROR <error?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Tells the script what became of a call that SEND CALL made, as Twilio does with a status callback: of the last one, or of that with the id FOR. DURATION is how many seconds it took, ANSWERED BY who answered, as DETECT finds out.",
    example: `RECEIVE POST "/remind" WITH FORM {"To": "+5511999999999"}\nRECEIVE CALL STATUS "completed" DURATION 12\nEXPECT STATUS 200`,
    raises: ["GB3518", "GB3584", "GB3585"],
    runAsync: ({ path: at, ...told }) => receiveTwilioStatus(bed.get(), "call", { ...told, at }),
  }),
  review: reviewPath("path"),
});
