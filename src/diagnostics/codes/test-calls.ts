import { error } from "../message.ts";

const TITLES = { sms: "message", call: "call" } as const;

/** GB358x: calls that a script makes in a test, and what became of them. */
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
  unknownStatus: (about: "sms" | "call", written: string, known: readonly string[]) =>
    error(
      "GB3585",
      `Twilio never says ${JSON.stringify(written)} of a ${TITLES[about]}`,
      `write one of ${known.join(", ")}`,
    ),
} as const;
