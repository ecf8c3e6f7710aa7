import type { testCallMessages } from "../codes/test-calls.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-calls.ts`. */
export const testCallExplanations: ExplanationsOf<typeof testCallMessages> = {
  GB3560: {
    title: "A transcription for a block that there is not",
    means:
      "RECEIVE TRANSCRIPTION brings what was said in a recording to a block ON TRANSCRIPTION, and the script has none of this name.",
    example: {
      kind: "situation",
      text: '`RECEIVE TRANSCRIPTION "call me" FOR "mesage"` for a script with `ON TRANSCRIPTION "message" DO`.',
    },
    mend: "Correct the name.",
  },
  GB3561: {
    title: "A transcription that could be for several blocks",
    means:
      "Nobody called in this test, so that no recording tells which block ON TRANSCRIPTION gets what was said, and the script has several or none.",
    example: {
      kind: "situation",
      text: '`RECEIVE TRANSCRIPTION "call me"` for a script with two blocks ON TRANSCRIPTION.',
    },
    mend: "Say which one is meant with FOR, or let somebody call first.",
  },
  GB3562: {
    title: "A transcription of what was not recorded",
    means:
      "Twilio writes down what was said for a RECORD with TRANSCRIBED alone, and the call of this test has come to none, or to none for this block.",
    example: {
      kind: "situation",
      text: '`RECEIVE CALL` and `RECEIVE TRANSCRIPTION "call me"` for a script that says `RECORD INTO FILE$` without TRANSCRIBED.',
    },
    mend: "Let the call come to the RECORD, with PRESS or SPEAK where it asks first, or add TRANSCRIBED.",
  },
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
  GB3584: {
    title: "What became of a message that was not sent",
    means:
      "RECEIVE SMS STATUS and RECEIVE CALL STATUS tell the script what became of what it sent. It has sent nothing of that kind in this test, or nothing with this id.",
    example: {
      kind: "situation",
      text: '`RECEIVE SMS STATUS "delivered"` as the first line of a test.',
    },
    mend: "Let the script send first. `SENT MESSAGES[0].id` is the id of the first message.",
  },
  GB3585: {
    title: "A status that Twilio never tells",
    means: "Messages and calls each have their own statuses at Twilio, and this is none of them.",
    example: { kind: "situation", text: '`RECEIVE SMS STATUS "busy"`, which is one of calls.' },
    mend: "Write one of the statuses that the hint shows.",
  },
};
