import type { twimlAttributeMessages } from "../codes/twiml-attributes.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/twiml-attributes.ts`. */
export const twimlAttributeExplanations: ExplanationsOf<typeof twimlAttributeMessages> = {
  GB4800: {
    title: "An attribute that an element of TwiML does not have",
    severity: "warning",
    means:
      "Twilio passes over attributes that it does not know, so the call goes on as if there were none. Small letters and capitals count.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response><Dial timout=""20"">+5511999999999</Dial></Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Write it as the hint shows, or leave it out.",
  },
  GB4801: {
    title: "An attribute of TwiML with a value that Twilio does not take",
    severity: "warning",
    means:
      "Some attributes take certain words, others whole numbers. Twilio takes its own value where there is another, or ends the call.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response><Gather input=""voice""/></Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Write what the hint shows.",
  },
};
