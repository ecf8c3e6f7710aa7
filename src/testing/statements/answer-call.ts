import { defineStatement } from "../../statements/define.ts";
import { answerOutgoingCall } from "../answer-outgoing-call.ts";
import type { CurrentBed } from "../current-bed.ts";

/** `ANSWER CALL`: whoever SEND CALL called picks up. */
export const answerCall = (bed: CurrentBed) =>
  defineStatement({
    pattern: "ANSWER CALL { TO <to?:text> | BY <answerer?:text> }",
    summary:
      "Lets whoever SEND CALL called last, or called TO this number, pick up: asks the block ON ANSWER that THEN names, and plays its TwiML up to the first question, as RECEIVE CALL does. BY is what DETECT finds out: human, machine_start, machine_end_beep, machine_end_silence, machine_end_other, fax or unknown.",
    example: `RECEIVE POST "/remind" WITH FORM {"To": "+5511999999999"}\nANSWER CALL\nEXPECT SPOKEN "press 1"`,
    raises: ["GB3513", "GB3580", "GB3581", "GB3582", "GB3583", "GB4249"],
    runAsync: ({ to, answerer }) => answerOutgoingCall(bed.get(), to, answerer),
  });
