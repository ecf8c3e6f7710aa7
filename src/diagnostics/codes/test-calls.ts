import { error } from "../message.ts";

const TITLES = { sms: "message", call: "call" } as const;

/** GB3560 to GB3562 and GB358x: calls that a script makes in a test, and what became of them. */
export const testCallMessages = {
  nobodyCalled: (to: string | undefined) =>
    error(
      "GB3580",
      to === undefined
        ? "ANSWER CALL: nobody was called in this test"
        : `ANSWER CALL: ${JSON.stringify(to)} was not called in this test`,
      "send the request before it that lets the script SEND CALL; EXPECT CALL tells what was sent",
    ),
  callSaysText: () =>
    error(
      "GB3581",
      "ANSWER CALL: the call reads a text out and ends, so there is no block to play",
      "write EXPECT CALL SAYING and the text; a SEND CALL with THEN goes on in a block",
    ),
  wrongAnswerer: (written: string, known: readonly string[]) =>
    error(
      "GB3582",
      `Twilio never says that ${JSON.stringify(written)} answers`,
      `write one of ${known.join(", ")}`,
    ),
  notDetected: () =>
    error(
      "GB3583",
      "ANSWER CALL BY: the script does not let Twilio find out who answers",
      "write DETECT MACHINE or DETECT BEEP in SEND CALL, or leave BY away",
    ),
  nothingToReport: (about: "sms" | "call", id: string | undefined) =>
    error(
      "GB3584",
      id === undefined
        ? `RECEIVE ${about.toUpperCase()} STATUS: the script has sent no ${TITLES[about]} in this test`
        : `RECEIVE ${about.toUpperCase()} STATUS: no ${TITLES[about]} of this test has the id ${JSON.stringify(id)}`,
      "let the script send it before; SENT MESSAGES has the ids",
    ),
  noTranscription: (block: string, known: readonly string[], proposed: string | undefined) =>
    error(
      "GB3560",
      `the script has no ON TRANSCRIPTION ${JSON.stringify(block)}`,
      proposed !== undefined
        ? `did you mean FOR ${JSON.stringify(proposed)}?`
        : known.length === 0
          ? "write one; a RECORD TRANSCRIBED names it"
          : `it has ${known.map((one) => JSON.stringify(one)).join(", ")}`,
    ),
  whichTranscription: (known: readonly string[]) =>
    error(
      "GB3561",
      `RECEIVE TRANSCRIPTION: the script has ${known.length === 0 ? "no ON TRANSCRIPTION" : "several blocks ON TRANSCRIPTION"}`,
      known.length === 0
        ? 'write one, or say which path is meant: AT "/path"'
        : `say which one is meant, such as FOR ${JSON.stringify(known[0])}`,
    ),
  nothingTranscribed: (block: string | undefined) =>
    error(
      "GB3562",
      `RECEIVE TRANSCRIPTION: the call made no recording with TRANSCRIBED${block === undefined ? "" : ` for ${JSON.stringify(block)}`}`,
      "let the script RECORD … TRANSCRIBED before; EXPECT BODY shows what it answered last",
    ),
  unknownStatus: (about: "sms" | "call", written: string, known: readonly string[]) =>
    error(
      "GB3585",
      `Twilio never says ${JSON.stringify(written)} of a ${TITLES[about]}`,
      `write one of ${known.join(", ")}`,
    ),
} as const;
