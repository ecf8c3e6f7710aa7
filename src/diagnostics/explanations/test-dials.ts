import type { testDialMessages } from "../codes/test-dials.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-dials.ts`. */
export const testDialExplanations: ExplanationsOf<typeof testDialMessages> = {
  GB4893: {
    title: "A result of DIAL for a block that there is not",
    means: "FOR names a block ON DIAL RESULT of the script.",
    example: {
      kind: "situation",
      text: '`RECEIVE DIAL RESULT "busy" FOR "slaes"` for a script with `ON DIAL RESULT "sales"`.',
    },
    mend: "Write the name as the script does.",
  },
  GB4894: {
    title: "A result of DIAL for none or several blocks",
    means:
      "Without a call, a result reaches the block ON DIAL RESULT of the script where there is one alone.",
    example: {
      kind: "situation",
      text: '`RECEIVE DIAL RESULT "busy"` as the first line of a test, for a script with two blocks ON DIAL RESULT.',
    },
    mend: "Write FOR and the name of the block, or let the call come to its DIAL.",
  },
  GB4895: {
    title: "A result of a DIAL that the call did not come to",
    means:
      "The call of this test has come to no DIAL with THEN, or to none for this block. Behind a DIAL without THEN the call goes on in the next line, and nobody hears of the result.",
    example: {
      kind: "situation",
      text: '`RECEIVE CALL` and `RECEIVE DIAL RESULT "busy"` for a script that says `DIAL "+5511999999999"`.',
    },
    mend: 'Write `THEN "name"` in the DIAL, and let the call come to it.',
  },
  GB4896: {
    title: "A result of DIAL that Twilio never tells",
    means:
      "Twilio says that the dialled call was completed, answered (a conference), busy, no-answer, failed or canceled.",
    example: { kind: "situation", text: '`RECEIVE DIAL RESULT "engaged"`.' },
    mend: "Write one of the results that the hint shows.",
  },
  GB4897: {
    title: "A dialled call of no such length",
    means:
      "Twilio tells in whole seconds how long the two talked, and nothing of it where nobody answered.",
    example: { kind: "situation", text: '`RECEIVE DIAL RESULT "busy" DURATION 12`.' },
    mend: "Write a whole number of seconds for a call that was completed, or leave DURATION away.",
  },
};
