import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";
import { describeAnswer, lastAnswer } from "../last-answer.ts";
import { Twiml } from "../twiml.ts";

/** `EXPECT SPOKEN "Welcome"`: what the caller hears. */
export const expectSpoken = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT SPOKEN <part:text>",
    summary: "Expects that the TwiML of the last answer says this to the caller.",
    example: `RECEIVE CALL\nEXPECT SPOKEN "Welcome"`,
    raises: ["GB3501", "GB3502"],
    run: ({ part }) => {
      const answer = lastAnswer(bed.get(), "EXPECT SPOKEN");
      const twiml = Twiml.read(answer.body);
      if (twiml === undefined) unmet("the answer is no TwiML", describeAnswer(answer));
      if (twiml.spoken.some((text) => text.includes(part))) return;
      unmet(`the caller does not hear ${show(part)}`, listed("spoken", twiml.spoken));
    },
  });
