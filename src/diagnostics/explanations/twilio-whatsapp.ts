import type { twilioCheckMessages, twilioWhatsAppMessages } from "../codes/twilio-whatsapp.ts";
import type { ExplanationsOf } from "../explanation.ts";

const TO = 'SEND WHATSAPP TO "5511999999999"';
const THROUGH = "WHATSAPP_SEND_THROUGH=twilio";

/** Explains GB4774, GB4775, GB4780 to GB4785 and GB4807 of `../codes/twilio-whatsapp.ts`. */
export const twilioWhatsAppExplanations = {
  GB4774: {
    title: "A mark of reading alone through Twilio",
    means:
      "Twilio shows somebody that an answer is being written, and with that the message as read. It has nothing that shows a message as read alone. A mark that has to be tried again, or waited for more than 25 seconds, is given up, as nobody is to see it behind the answer.",
    example: {
      kind: "situation",
      text: `With ${THROUGH}, a script says MARK WHATSAPP READ "SM…".`,
    },
    mend: "Write `MARK WHATSAPP READ SMS.id WITH TYPING`, or leave it out.",
  },
  GB4775: {
    title: "A message that Twilio does not know",
    means:
      "Twilio knows messages by a SID: SM or MM and 32 digits or letters from a to f. An id of Meta, which begins with wamid, means nothing to it.",
    example: {
      kind: "situation",
      text: `With ${THROUGH}, a script says MARK WHATSAPP READ "wamid.HBgL" WITH TYPING.`,
    },
    mend: "Take the id from the message that came to ON SMS: `SMS.id`.",
  },
  GB4780: {
    title: "A WhatsApp message that Twilio cannot send",
    means:
      "Twilio takes texts, files and places. Buttons, lists, flows, products and contacts it sends as content templates alone, and it has no reactions. It shows a message as read only together with that an answer is being written.",
    example: {
      kind: "situation",
      text: `With ${THROUGH}, a script says ${TO} WITH LIST ….`,
    },
    mend: 'Make the message in Twilio\'s Content Template Builder and send it with WITH TEMPLATE "HX…", or send it through Meta.',
  },
  GB4781: {
    title: "A template that Twilio does not know",
    means:
      "Meta knows templates by their names, Twilio by a SID: HX and 32 digits or letters. A message that leaves through Twilio names a template by its SID.",
    example: {
      kind: "situation",
      text: `With ${THROUGH}, a script says ${TO} WITH TEMPLATE "order_shipped".`,
    },
    mend: "Write the SID that the Content Template Builder shows for the template.",
  },
  GB4782: {
    title: "A clause that a template of Twilio does not take",
    means:
      "A content template of Twilio has its language, its header and its buttons in itself. What changes from message to message are its variables, which VALUES fills: a list in their order, or an object by their names.",
    example: {
      kind: "situation",
      text: `A script sends a template of Twilio with LANGUAGE "pt_BR".`,
    },
    mend: "Leave the clause out; for another language, name the template that is written in it.",
  },
  GB4783: {
    title: "Twilio is not connected",
    means:
      "A sender with its country code, such as +14155238886, and a template that begins with HX belong to Twilio, and the settings for it are missing. Beside a provider that is connected such a message is not simulated, as it would seem to have left.",
    example: {
      kind: "situation",
      text: `WHATSAPP_ACCESS_TOKEN is set and TWILIO_ACCOUNT_SID is not, and a script says ${TO} WITH "hello" USING "+14155238886".`,
    },
    mend: "Set what is missing, or name a phone number id behind USING and a template of Meta.",
  },
  GB4784: {
    title: "Several files in one WhatsApp message",
    means: "An MMS takes up to ten files. A WhatsApp message takes one, through Twilio too.",
    example: {
      kind: "situation",
      text: 'A script says SEND SMS TO "whatsapp:+5511999999999" WITH "Tickets" AND MEDIA and a list of two addresses.',
    },
    mend: "Send each file in a message of its own.",
  },
  GB4785: {
    title: "Too many values for a template",
    means: "Twilio takes up to 100 variables for one content template.",
    example: {
      kind: "situation",
      text: 'A script sends WITH TEMPLATE "HX…" VALUES and a list of 101 values.',
    },
    mend: "Join some of them to one value.",
  },
  GB4807: {
    title: "A time with a message that Twilio does not send",
    means:
      "Twilio takes with each message how long it is worth sending. Meta takes no such time: it tries for 30 days, or as long as a template says for which a time was set.",
    example: {
      kind: "check",
      script: `${TO} WITH "Your code is 123456." VALID FOR 10 MINUTES USING "106540352242922"`,
      mended: `${TO} WITH "Your code is 123456." VALID FOR 10 MINUTES USING "+15550001111"`,
    },
    mend: "Leave VALID FOR out, or send the message through Twilio. The time of a template is set with it, in WhatsApp Manager.",
  },
} satisfies ExplanationsOf<typeof twilioWhatsAppMessages>;

/** Explains GB2460 and GB2490 of `../codes/twilio-whatsapp.ts`. */
export const twilioCheckExplanations: ExplanationsOf<typeof twilioCheckMessages> = {
  GB2490: {
    title: "A mark of reading alone that leaves through Twilio",
    means:
      "Twilio shows somebody that an answer is being written, and with that the message as read. It has nothing that shows a message as read alone.",
    example: {
      kind: "check",
      script: `MARK WHATSAPP READ "SM00000000000000000000000000000000" USING "+14155238886"`,
      mended: `MARK WHATSAPP READ "SM00000000000000000000000000000000" WITH TYPING USING "+14155238886"`,
    },
    mend: "Write `WITH TYPING` behind it, or leave it out.",
  },
  GB2460: {
    title: "A statement that Twilio cannot carry out",
    means:
      "The message leaves through Twilio, as USING names a number of Twilio or WHATSAPP_SEND_THROUGH is twilio. Its API takes texts, files, places and templates; buttons, lists, flows, products and contacts only as content templates.",
    example: {
      kind: "check",
      script: `${TO} WITH BUTTONS "Shall we?" AND ITEMS "Yes, No" USING "+14155238886"`,
      mended: `${TO} WITH TEMPLATE "HXb5b62575e6e4ff6129ad7c8efe1f983e" USING "+14155238886"`,
    },
    mend: "Make a content template of it in Twilio's console and send that, or send it through Meta.",
  },
};
