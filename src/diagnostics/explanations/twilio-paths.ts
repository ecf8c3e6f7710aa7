import type { twilioPathMessages } from "../codes/twilio-paths.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/twilio-paths.ts`. */
export const twilioPathExplanations: ExplanationsOf<typeof twilioPathMessages> = {
  GB4802: {
    title: "A handler for Twilio where it tells what became of messages or calls",
    severity: "warning",
    means:
      "Below the path of ON SMS and of ON CALL, Twilio tells at /status what became of messages and calls. What comes there is for ON SMS STATUS, ON CALL STATUS and the history alone.",
    example: {
      kind: "settings",
      settings: "",
      script: `ON SMS STATUS DO
  LOG SMS.status
END ON

ON CALL TO "/twilio/sms/status" DO
  SAY "Hello."
END ON`,
    },
    mend: "Give the handler another path.",
  },
};
