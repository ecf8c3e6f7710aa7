import type { phoneCallMessages } from "../codes/phone-calls.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB468x and GB469x of `../codes/phone-calls.ts`. */
export const phoneCallExplanations: ExplanationsOf<typeof phoneCallMessages> = {
  GB4680: {
    title: "No phone call to answer",
    means:
      "SAY, GATHER and their like answer the phone call that a handler runs for. A script that is just run, and a SUB that SPAWN started, answer nobody.",
    example: { kind: "run", script: `SAY "hello"` },
    mend: "Put it into ON CALL.",
  },
  GB4681: {
    title: "Something for a caller who is gone, while running",
    severity: "warning",
    means:
      "The call ended before this line, so it is left out. GB2663 tells of the same where a check can see it.",
    example: {
      kind: "request",
      script: `ON CALL DO
  IF GET CALL FROM <> "" THEN HANGUP
  SAY "Hello."
END ON`,
      request: "/twilio/voice -d CallSid=CA1 -d From=1",
    },
    mend: "Use ELSE, or EXIT behind the line that ends the call.",
  },
  GB4682: {
    title: "REJECT of a call that is answered",
    means:
      "Something was said before, so the call is answered and can only be ended. GB2664 tells of the same where a check can see it.",
    example: {
      kind: "request",
      script: `ON CALL DO
  IF GET CALL FROM <> "" THEN SAY "We are closed."
  REJECT
END ON`,
      request: "/twilio/voice -d CallSid=CA1 -d From=1",
    },
    mend: "Write HANGUP.",
  },
  GB4683: {
    title: "Two answers to one call",
    means:
      "The run printed something, or gave it with RETURN, and used SAY or the like. A call has one answer.",
    example: {
      kind: "request",
      script: `ON CALL DO
  IF GET CALL FROM <> "" THEN PRINT "hello"
  SAY "Hello."
END ON`,
      request: "/twilio/voice -d CallSid=CA1 -d From=1",
    },
    mend: "Write SAY in place of PRINT.",
  },
  GB4684: {
    title: "A printed text that answers no call",
    means:
      "Twilio reads TwiML. What PRINT writes or RETURN gives in ON CALL goes out as it is, so it has to be TwiML.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "hello"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Write SAY in place of PRINT.",
  },
  GB4685: {
    title: "SAY to somebody who wrote",
    means: "The run answers a message. GB2666 tells of the same where a check can see it.",
    example: {
      kind: "request",
      script: `ON SMS DO
  GREET
END ON

ON CALL DO
  GREET
END ON

SUB GREET
  SAY "hello"
END SUB`,
      request: "/twilio/sms -d MessageSid=SM1",
    },
    mend: "PRINT the answer.",
  },
  GB4686: {
    title: "Too much to keep",
    means: "What KEEPING hands on stands in the address of the block, and addresses have an end.",
    example: {
      kind: "request",
      script: `ON CALL DO
  GATHER DIGITS THEN "code" KEEPING REPEAT("a", 1990)
END ON

ON DIGITS "code" DO
  SAY "Thank you."
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Keep a number or an id, and look up the rest in the block.",
  },
  GB4687: {
    title: "A value that Twilio does not take",
    means: "The message says which value of which statement it is, and what it may be.",
    example: {
      kind: "check",
      script: `ON CALL DO
  PAUSE 0 SECONDS
  SAY "Hello."
END ON`,
      mended: `ON CALL DO
  PAUSE 1 SECOND
  SAY "Hello."
END ON`,
    },
    mend: "Write a value of the kind that the hint shows.",
  },
  GB4688: {
    title: "A file of an MMS without a whole address",
    means:
      "Twilio fetches the files of an MMS from the web, so each has an address with https:// that everybody can read.",
    example: {
      kind: "check",
      script: `SEND SMS TO "+15550002222" WITH "Your ticket" AND MEDIA "ticket.png"`,
      mended: `SEND SMS TO "+15550002222" WITH "Your ticket" AND MEDIA "https://example.com/ticket.png"`,
    },
    mend: "Put the file where the web can read it, and write its address.",
  },
  GB4689: {
    title: "Too many files in one MMS",
    means: "Twilio takes ten files with one message.",
    example: {
      kind: "run",
      script: `DIM FILES(11)
FOR I = 0 TO 11
  FILES(I) = "https://example.com/" + I + ".png"
NEXT I
SEND SMS TO "+15550002222" WITH "" AND MEDIA FILES`,
    },
    mend: "Send them with several messages.",
  },
  GB4690: {
    title: "Printed TwiML that is no XML",
    severity: "warning",
    means: "Twilio reads XML. It is told while you develop, not in production.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response><Say>Ana & Co.</Say></Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Write SAY, or escape texts with XMLESCAPE.",
  },
  GB4691: {
    title: "Printed TwiML without a Response",
    severity: "warning",
    means: "All of TwiML stands in one element, Response.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Say>Hello.</Say>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Put <Response> around it, or write SAY.",
  },
  GB4692: {
    title: "An element that TwiML does not have",
    severity: "warning",
    means:
      "Twilio passes over what it does not know, or ends the call. Small letters and capitals count.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response><say>Hello.</say></Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Write it as the hint shows.",
  },
  GB4693: {
    title: "An element of TwiML in a place where it may not stand",
    severity: "warning",
    means:
      "Only some elements may stand in others: Say, Play and Pause in Gather, Number and the like in Dial; the answer to a message has Message and Redirect, that to a call all others.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response><Gather><Dial>+5511999999999</Dial></Gather></Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Close the outer element before it.",
  },
  GB4694: {
    title: "Text in TwiML that nobody hears",
    severity: "warning",
    means: "Text stands in Say or another verb that does something with it.",
    example: {
      kind: "request",
      script: `ON CALL DO
  PRINT "<Response>Hello.</Response>"
END ON`,
      request: "/twilio/voice -d CallSid=CA1",
    },
    mend: "Put it into <Say>.",
  },
  GB4695: {
    title: "A call that goes on at a server without an address",
    means:
      "Behind THEN, Twilio asks your server what the block says, so it has to know the address of your server. Calls that are simulated need none.",
    example: {
      kind: "run",
      script: `SEND CALL TO "+5511999999999" THEN "reminder"`,
      settings: `TWILIO_ACCOUNT_SID=AC0123
TWILIO_AUTH_TOKEN=secret
TWILIO_FROM=+15550001111`,
    },
    mend: "Set PUBLIC_URL to the address at which Twilio reaches your server.",
  },
  GB4696: {
    title: "A call that says too much",
    means:
      "Twilio takes 4000 characters with a call, what marks them up among these. A block that Twilio asks may say more.",
    example: {
      kind: "run",
      script: `SEND CALL TO "+5511999999999" SAYING STRING(5000, "a")`,
    },
    mend: "Say less, or SAY it in the block ON ANSWER that THEN names.",
  },
  GB4697: {
    title: "A handler of statuses at a server without an address",
    severity: "warning",
    means:
      "Twilio tells what becomes of messages and calls at the address of your server. Without one it is not asked to, so the handler waits for nothing.",
    example: {
      kind: "settings",
      settings: `TWILIO_ACCOUNT_SID=AC0123
TWILIO_AUTH_TOKEN=secret
TWILIO_FROM=+15550001111`,
      script: `ON SMS STATUS DO
  LOG SMS.status
END ON`,
    },
    mend: "Set PUBLIC_URL to the address at which Twilio reaches your server.",
  },
  GB4698: {
    title: "An SMS of many parts",
    severity: "warning",
    means:
      "Networks cut a long text into parts, and each is charged: of 153 characters where all of them are in the alphabet of SMS, of 67 where one is not, such as ã, ’ or an emoji. More than three parts are told of.",
    example: {
      kind: "check",
      script: `SEND SMS TO "+15550002222" WITH "Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready. Your order is ready."`,
      mended: `SEND SMS TO "+15550002222" WITH "Your order is ready."`,
    },
    mend: "Say it in fewer words, or with letters of the alphabet of SMS; or ignore the warning where the text is worth it.",
  },
  GB4699: {
    title: "An ON WEBHOOK where Twilio tells what became of messages or calls",
    severity: "warning",
    means:
      "Twilio tells at this path what became of the messages or calls that scripts send, for the history and for ON SMS STATUS or ON CALL STATUS. An ON WEBHOOK on it takes that away.",
    example: {
      kind: "settings",
      settings: `PUBLIC_URL=https://bot.example.com
TWILIO_ACCOUNT_SID=AC00000000000000000000000000000000
TWILIO_AUTH_TOKEN=secret`,
      script: `ON WEBHOOK POST TO "/twilio/sms/status" SIGNED BY TWILIO DO
  SEND SMS TO "+15550002222" WITH "Twilio told something."
END ON`,
    },
    mend: "Write ON SMS STATUS or ON CALL STATUS in its place, or give the handler another path.",
  },
};
