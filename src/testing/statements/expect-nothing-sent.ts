import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed } from "../expectation.ts";
import { describeSent } from "../sent-texts.ts";

/** `EXPECT NOTHING SENT`: by what the test did last. */
export const expectNothingSent = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: "EXPECT NOTHING SENT",
      summary:
        "Expects that no message was sent since the last RECEIVE, RELEASE, PRESS, SPEAK or ADVANCE began.",
      example: `RECEIVE WHATSAPP STATUS "read" FOR "wamid.1"\nEXPECT NOTHING SENT`,
      raises: ["GB3501"],
      run: () => {
        const { sentInStep } = bed.get();
        judge(undefined, {
          holds: sentInStep.length === 0,
          unmet: "something was sent",
          met: "nothing was sent",
          found: [listed("sent", describeSent(sentInStep))],
        });
      },
    }),
  );
