import type { twilioPathMessages } from "../codes/twilio-paths.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/twilio-paths.ts`. */
export const twilioPathExplanations: ExplanationsOf<typeof twilioPathMessages> = {
  GB2673: {
    title: "A path that no handler listens on",
    severity: "warning",
    means:
      "Twilio asks this server at the path, gets no answer to the call, and ends it. It is told of where a whole folder is checked or served, as another script of it may listen there.",
    example: {
      kind: "settings",
      settings: "",
      script: `ON CALL DO
  REDIRECT "/twilio/sales"
END ON`,
    },
    mend: "Write the path of a handler, or the whole address of what another server answers.",
  },
  GB2674: {
    title: "A path at which handlers take another method",
    severity: "warning",
    means: "Where a call goes on, Twilio asks with POST; for a sound it asks with GET.",
    example: {
      kind: "settings",
      settings: "",
      script: `ON WEBHOOK GET TO "/sales" OPEN DO
  PRINT "Hello."
END ON

ON CALL DO
  REDIRECT "/sales"
END ON`,
    },
    mend: "Let a handler take that method there, or name another path.",
  },
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
