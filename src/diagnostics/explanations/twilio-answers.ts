import type { twilioAnswerMessages } from "../codes/twilio-answers.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/twilio-answers.ts`. */
export const twilioAnswerExplanations: ExplanationsOf<typeof twilioAnswerMessages> = {
  GB4890: {
    title: "An answer to Twilio that others wrote",
    means:
      "TwiML decides whom your account calls and writes to. What PRINT or RETURN gives goes out as TwiML only where the script writes what it begins with, such as <Response, and the request does not bring it. Else ON SMS sends it as a text, and the log tells of it; a phone call hears the apology.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT CALL.fields.Said
END ON`,
      request: "/twilio/voice -d CallSid=CA1 -d Said=%3CResponse/%3E",
    },
    mend: "SAY what others wrote. Where it is TwiML that a server of yours gives, say so before it.",
  },
  GB4891: {
    title: "An answer to a message that is too long",
    means:
      "What PRINT writes between two TALKs is one message, and Twilio sends none that has more than 1600 characters.",
    example: {
      kind: "request",
      script: `ON SMS DO
  PRINT REPEAT("news ", 500)
END ON`,
      request: "/twilio/sms -d MessageSid=SM1 -d Body=hi",
    },
    mend: "Shorten it with LEFT$, or TALK in parts.",
  },
};
