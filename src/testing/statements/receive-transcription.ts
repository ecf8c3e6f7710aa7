import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveTranscription as receive } from "../receive-transcription.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE TRANSCRIPTION "please call me"`: what Twilio wrote down of a recording. */
export const receiveTranscription = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE TRANSCRIPTION <text:text> { FOR <block?:text> | RECORDING <recording?:text> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Tells the script what was said in the last recording that the call made with TRANSCRIBED, or in that of the block FOR; without a call, the block ON TRANSCRIPTION is told by itself. An empty text is one in which nothing was understood. RECORDING is the address of the recording.",
    example: `RECEIVE TRANSCRIPTION "please call me" FOR "message"\nEXPECT MAIL TO "shop@example.com" CONTAINING "please call me"`,
    raises: ["GB3518", "GB3560", "GB3561", "GB3562"],
    runAsync: ({ path: at, ...told }) => receive(bed.get(), { ...told, at }),
  }),
  review: reviewPath("path"),
});
