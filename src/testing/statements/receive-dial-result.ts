import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { receiveDialResult as receive } from "../receive-dial-result.ts";
import { reviewPath } from "../request-path.ts";
import type { TestPhrase } from "../test-phrase.ts";

/** `RECEIVE DIAL RESULT "busy"`: what a DIAL came to. */
export const receiveDialResult = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE DIAL RESULT <status:text> { FOR <block?:text> | DURATION <duration?:number> | AT <path?:text> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Tells the script what the last DIAL with THEN came to, or that of the block FOR: completed, answered, busy, no-answer, failed or canceled. The call goes on in its block ON DIAL RESULT, up to the next question. Without a call, the block is asked by itself. DURATION is how many seconds they talked, 30 unless it says so; there is none where nobody answered.",
    example: `RECEIVE DIAL RESULT "busy" FOR "sales"\nEXPECT SPOKEN "Nobody answers"`,
    raises: [
      ...([
        "GB3513",
        "GB3518",
        "GB4249",
        "GB4893",
        "GB4894",
        "GB4895",
        "GB4896",
        "GB4897",
      ] as const),
    ],
    runAsync: ({ path: at, ...told }) => receive(bed.get(), { ...told, at }),
  }),
  review: reviewPath("path"),
});
