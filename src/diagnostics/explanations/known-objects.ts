import type { knownObjectMessages } from "../codes/known-objects.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/known-objects.ts`. */
export const knownObjectExplanations: ExplanationsOf<typeof knownObjectMessages> = {
  GB4701: {
    title: "A member that an object of gbasic never has",
    severity: "warning",
    means:
      "WHATSAPP, SMS, CALL and the object of GET FAILED MESSAGE have members that are known. One of another name reads as null whatever comes: it is misspelt, or stands elsewhere. What is in WHATSAPP.raw, WHATSAPP.value, SMS.fields, CALL.fields and CALL.kept is not looked into.",
    example: {
      kind: "check",
      script: `ON SMS DO
  PRINT "You wrote: " + SMS.text
END ON`,
      mended: `ON SMS DO
  PRINT "You wrote: " + SMS.body
END ON`,
    },
    mend: "Write the member as the manual has it. Where Meta or Twilio added one that gbasic does not know yet, read it from `raw` or `fields`.",
  },
};
