import type { testCallMessages } from "../codes/test-calls.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-calls.ts`. */
export const testCallExplanations: ExplanationsOf<typeof testCallMessages> = {
  GB3580: {
    title: "ANSWER CALL where nobody was called",
    means:
      "ANSWER CALL lets whoever the script called pick up. The script has called nobody in this test, or not this number, or the call failed.",
    example: { kind: "situation", text: "`ANSWER CALL` as the first line of a test." },
    mend: "Let the script call first: with the request, message or time that makes it SEND CALL.",
  },
  GB3581: {
    title: "ANSWER CALL for a call that reads a text out",
    means:
      "A SEND CALL with SAYING alone sends Twilio the text at once. Nobody asks the script anything when somebody answers, so there is nothing to play.",
    example: {
      kind: "situation",
      text: '`SEND CALL TO "+5511999999999" SAYING "Hello."` in the script, `ANSWER CALL` in the test.',
    },
    mend: 'Write `EXPECT CALL SAYING "Hello."`.',
  },
  GB3582: {
    title: "An answerer that Twilio does not know",
    means:
      "BY is the AnsweredBy of Twilio: human, machine_start, machine_end_beep, machine_end_silence, machine_end_other, fax or unknown.",
    example: { kind: "situation", text: '`ANSWER CALL BY "machine"`.' },
    mend: "Write one of these words: with DETECT MACHINE a machine is machine_start, with DETECT BEEP one that begins with machine_end.",
  },
  GB3583: {
    title: "An answerer that nobody finds out about",
    means:
      "Twilio finds out who answers only where SEND CALL says DETECT, so a test that names somebody would test what never happens.",
    example: {
      kind: "situation",
      text: '`ANSWER CALL BY "machine_start"` for `SEND CALL TO "+5511999999999" THEN "hello"`.',
    },
    mend: "Add DETECT MACHINE to SEND CALL, or leave BY away.",
  },
};
