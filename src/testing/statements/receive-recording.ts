import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveRecording as receive } from "../receive-recording.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE RECORDING`: what a caller says behind a RECORD. */
export const receiveRecording = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE RECORDING { FOR <block?:text> | SECONDS <seconds?:number> | URL <url?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Lets the caller leave a recording for the last RECORD that the call came to, or for that of the block FOR; the call goes on in its block ON RECORDING, up to the next question. Without a call, the block is asked by itself. It is 5 seconds long unless SECONDS says otherwise; URL is its address.",
    example: `RECEIVE RECORDING FOR "message" SECONDS 12\nEXPECT SPOKEN "Thank you"`,
    raises: [...(["GB3513", "GB3518", "GB4249", "GB4803", "GB4804", "GB4805", "GB4806"] as const)],
    runAsync: ({ path: at, ...left }) => receive(bed.get(), { ...left, at }),
  }),
  review: reviewPath("path"),
});
