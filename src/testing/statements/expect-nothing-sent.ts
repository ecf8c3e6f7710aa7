import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, unmet } from "../expectation.ts";
import { describeSent } from "../sent-texts.ts";

/** `EXPECT NOTHING SENT`: by what the test did last. */
export const expectNothingSent = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT NOTHING SENT",
    summary:
      "Expects that no message was sent since the last RECEIVE, PRESS, SPEAK or ADVANCE began.",
    example: `RECEIVE WHATSAPP STATUS "read" FOR "wamid.1"\nEXPECT NOTHING SENT`,
    raises: ["GB3501"],
    run: () => {
      const { sentInStep } = bed.get();
      if (sentInStep.length > 0)
        unmet("something was sent", listed("sent", describeSent(sentInStep)));
    },
  });
