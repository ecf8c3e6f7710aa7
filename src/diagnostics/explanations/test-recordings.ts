import type { testRecordingMessages } from "../codes/test-recordings.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-recordings.ts`. */
export const testRecordingExplanations: ExplanationsOf<typeof testRecordingMessages> = {
  GB4803: {
    title: "A recording for a block that there is not",
    means: "FOR names a block ON RECORDING of the script.",
    example: {
      kind: "situation",
      text: '`RECEIVE RECORDING FOR "fiel"` for a script with `ON RECORDING "file"`.',
    },
    mend: "Write the name as the script does.",
  },
  GB4804: {
    title: "A recording for none or several blocks",
    means:
      "Without a call, a recording reaches the block ON RECORDING of the script where there is one alone.",
    example: {
      kind: "situation",
      text: "`RECEIVE RECORDING` as the first line of a test, for a script with two blocks ON RECORDING.",
    },
    mend: "Write FOR and the name of the block, or let the call come to its RECORD.",
  },
  GB4805: {
    title: "A recording that the call did not ask for",
    means: "The call of this test has come to no RECORD, or to none for this block.",
    example: {
      kind: "situation",
      text: "`RECEIVE CALL` and `RECEIVE RECORDING` for a script that asks with GATHER before it says `RECORD INTO FILE$`.",
    },
    mend: "Let the call come to the RECORD, with PRESS or SPEAK where it asks first.",
  },
  GB4806: {
    title: "A recording of no length",
    means:
      "Twilio tells how long a recording is in whole seconds. Where nobody says anything it brings none, and the caller hears what stands behind the RECORD.",
    example: { kind: "situation", text: "`RECEIVE RECORDING SECONDS 0`." },
    mend: "Write a whole number of seconds, or leave SECONDS away for 5.",
  },
};
