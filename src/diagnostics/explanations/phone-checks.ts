import type { phoneCheckMessages } from "../codes/phone-calls.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB266x and GB2676 of `../codes/phone-calls.ts`. */
export const phoneCheckExplanations: ExplanationsOf<typeof phoneCheckMessages> = {
  GB2461: {
    title: "A call with nothing to say",
    severity: "warning",
    means:
      "SEND CALL reads out the text behind SAYING, or goes on in the block that THEN names. With neither, or with an empty text alone, nobody is called, and the log says so.",
    example: {
      kind: "check",
      script: `SEND CALL TO "+5511999999999" TIMEOUT 20`,
      mended: `SEND CALL TO "+5511999999999" SAYING "Your order is ready." TIMEOUT 20`,
    },
    mend: "Write what the call is about.",
  },
  GB2660: {
    title: "A block that is not there",
    means:
      "GATHER, RECORD and DIAL say in which block the call goes on: THEN names it, else it has the name of the variable without its sign. The block stands in the same file.",
    example: {
      kind: "check",
      script: `ON CALL DO
  GATHER DIGITS 6 INTO CODE$ THEN "cod"
END ON

ON DIGITS "code" DO
  SAY CODE$
END ON`,
      mended: `ON CALL DO
  GATHER DIGITS 6 INTO CODE$ THEN "code"
END ON

ON DIGITS "code" DO
  SAY CODE$
END ON`,
      also: ["GB2101"],
    },
    mend: "Write the name of a block that is there, or add the block.",
  },
  GB2661: {
    title: "A block of another kind",
    means:
      "A call goes on in ON DIGITS behind GATHER DIGITS, in ON SPEECH behind GATHER SPEECH, in ON RECORDING behind RECORD and in ON DIAL RESULT behind DIAL. ON DIGITS OR SPEECH takes what any GATHER gives.",
    example: {
      kind: "check",
      script: `ON CALL DO
  GATHER DIGITS 6 THEN "code"
END ON

ON SPEECH "code" DO
  SAY GET CALL DIGITS
END ON`,
      mended: `ON CALL DO
  GATHER DIGITS 6 THEN "code"
END ON

ON DIGITS "code" DO
  SAY GET CALL DIGITS
END ON`,
    },
    mend: "Write the block as the hint shows.",
  },
  GB2662: {
    title: "A block without a name",
    means: "Statements find the block in which a call goes on by its name, so it needs one.",
    example: {
      kind: "check",
      script: `ON DIGITS "" DO
  SAY GET CALL DIGITS
END ON`,
      mended: `ON DIGITS "code" DO
  SAY GET CALL DIGITS
END ON`,
    },
    mend: "Give it a name in quotes.",
  },
  GB2663: {
    title: "Something for a caller who is gone",
    severity: "warning",
    means:
      "HANGUP and REJECT end the call, REDIRECT sends it elsewhere, and DIAL with THEN and GATHER with EVEN EMPTY go on in their block, so nobody hears what the same run says afterwards. The handler itself goes on: it may still log or send.",
    example: {
      kind: "check",
      script: `ON CALL DO
  HANGUP
  SAY "Goodbye."
END ON`,
      mended: `ON CALL DO
  SAY "Goodbye."
  HANGUP
END ON`,
    },
    mend: "Put it before the line that ends the call.",
  },
  GB2664: {
    title: "REJECT behind something that answers",
    means:
      "REJECT does not answer a call, which only means something before anything else: once something is said, the call is answered and costs money.",
    example: {
      kind: "check",
      script: `ON CALL DO
  SAY "We are closed."
  REJECT
END ON`,
      mended: `ON CALL DO
  SAY "We are closed."
  HANGUP
END ON`,
    },
    mend: "Write HANGUP, or leave out what stands before it.",
  },
  GB2665: {
    title: "PRINT or RETURN beside SAY",
    severity: "warning",
    means:
      "A call has one answer. It is either what SAY and the like make, or TwiML that the script prints or gives with RETURN; a run that does both fails.",
    example: {
      kind: "check",
      script: `ON CALL DO
  PRINT "Welcome."
  SAY "Goodbye."
END ON`,
      mended: `ON CALL DO
  SAY "Welcome."
  SAY "Goodbye."
END ON`,
    },
    mend: "Write SAY in place of PRINT, or LOG where it was meant for you.",
  },
  GB2666: {
    title: "A message that is answered like a call",
    means:
      "SAY, GATHER and their like are for the caller of a phone call. Who sends a message by SMS or WhatsApp hears nothing, and neither does whoever tells of a status or of another event.",
    example: {
      kind: "check",
      script: `ON SMS DO
  SAY "Thank you."
END ON`,
      mended: `ON SMS DO
  PRINT "Thank you."
END ON`,
    },
    mend: "PRINT what the sender of an SMS is to read, and TALK to the sender of a WhatsApp message.",
  },
  GB2670: {
    title: "Something for a caller in a SUB that runs without one",
    means:
      "SAY, GATHER and their like answer the call that the run is about. What SPAWN starts is a run of its own behind the answer, and handlers of messages and events answer no call, so the statement would fail.",
    example: {
      kind: "check",
      script: `SUB THANK
  SAY "Thank you."
END SUB

ON CALL DO
  SAY "Hello."
  SPAWN THANK
END ON`,
      mended: `SUB THANK
  SAY "Thank you."
END SUB

ON CALL DO
  SAY "Hello."
  THANK
END ON`,
    },
    mend: "Call the SUB without SPAWN while the call is answered, or call somebody with SEND CALL.",
  },
  GB2676: {
    title: "A number without + and perhaps without its country code",
    severity: "warning",
    means:
      "WhatsApp delivers numbers with their country code and without +, so from 11 digits on gbasic puts a + before a number that Twilio gets. A number that is written in a script as it is dialled at home may be as long: 51987654321 is a mobile number of Porto Alegre at home, and with + one of Peru. The message tells which number it goes to.",
    example: {
      kind: "check",
      script: `SEND SMS TO "51987654321" WITH "Your order is ready."`,
      mended: `SEND SMS TO "+5551987654321" WITH "Your order is ready."`,
    },
    mend: "Write the number with + and its country code. Numbers behind whatsapp: and those in variables that a request fills are not told of.",
  },
  GB2671: {
    title: "A variable with the name of the call",
    means:
      "In a block in which a call goes on, CALL is the object with all that is known of the call. A variable of that name would hide it.",
    example: {
      kind: "check",
      script: `ON CALL DO
  GATHER DIGITS 1 INTO CALL
END ON

ON DIGITS "call" DO
  SAY "Thank you."
END ON`,
      mended: `ON CALL DO
  GATHER DIGITS 1 INTO CHOICE$
END ON

ON DIGITS "choice" DO
  SAY "You chose " + CHOICE$
END ON`,
    },
    mend: "Name another variable, and the block like it.",
  },
  GB2667: {
    title: "A question without a place for its answer",
    means:
      "The call goes on in a block once the caller pressed keys, said something or was recorded. The statement has to say which.",
    example: {
      kind: "check",
      script: `ON CALL DO
  GATHER DIGITS 6
END ON`,
      mended: `ON CALL DO
  GATHER DIGITS 6 INTO CODE$
END ON

ON DIGITS "code" DO
  SAY CODE$
END ON`,
    },
    mend: "Name the variable behind INTO, or the block behind THEN, and write the block.",
  },
  GB2668: {
    title: "A status that Twilio does not have",
    means:
      "The handler is for one status, and Twilio never tells this one, so the handler would never run.",
    example: {
      kind: "check",
      script: `ON SMS STATUS "deliverd" DO
  LOG SMS.to
END ON`,
      mended: `ON SMS STATUS "delivered" DO
  LOG SMS.to
END ON`,
    },
    mend: "Write one of the statuses that the hint shows, or none for all of them.",
  },
};
