import type { whatsAppMessages } from "../codes/whatsapp.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { whatsAppPartExplanations } from "./whatsapp-parts.ts";

const TO = 'SEND WHATSAPP TO "5511999999999" WITH';

/** Explains the codes of `../codes/whatsapp.ts`. */
export const whatsAppExplanations: ExplanationsOf<typeof whatsAppMessages> = {
  GB4640: {
    title: "A part of a WhatsApp message that is too long",
    means:
      "WhatsApp limits each part of a message by itself: the title of a button has at most 20 characters, that of a row 24. gbasic counts before it sends, and already checks what the script says itself.",
    example: {
      kind: "check",
      script: `${TO} BUTTONS "Shall we send it?" AND ITEMS "Yes send it today please, No"`,
      mended: `${TO} BUTTONS "Shall we send it?" AND ITEMS "Yes, No"`,
    },
    mend: "Shorten the part. What does not fit on a button goes into the text above it, what does not fit into a row into its description.",
  },
  GB4641: {
    title: "More than WhatsApp takes in one message",
    means:
      "A message has at most three buttons, a list at most ten rows in ten sections, a message of products at most 30.",
    example: {
      kind: "check",
      script: `${TO} BUTTONS "Which size?" AND ITEMS "S, M, L, XL"`,
      mended: `${TO} LIST "Which size?" AND ITEMS "S, M, L, XL"`,
    },
    mend: "Send a list where there are more than three buttons, and several messages where a list is not enough.",
  },
  GB4642: {
    title: "A part that a WhatsApp message cannot be without",
    means:
      "Meta refuses buttons, lists, links and forms without a text or without anything to press.",
    example: {
      kind: "check",
      script: `${TO} BUTTONS "" AND ITEMS "Yes, No"`,
      mended: `${TO} BUTTONS "Shall we send it?" AND ITEMS "Yes, No"`,
    },
    mend: "Write the part. Where it comes from outside, test it before.",
  },
  GB4643: {
    title: "Two buttons or rows that cannot be told apart",
    means:
      "What is pressed comes back as its id. Two that have the same would be the same to the script, so Meta refuses them; buttons also need titles of their own.",
    example: {
      kind: "check",
      script: `${TO} LIST "Which one?" AND ITEMS "Tea, Coffee, Tea"`,
      mended: `${TO} LIST "Which one?" AND ITEMS [{ "id": "black", "title": "Tea" }, { "id": "green", "title": "Tea" }]`,
    },
    mend: "Give each its own id, as in the second example.",
  },
  GB4644: {
    title: "A file that WhatsApp does not take",
    means:
      "WhatsApp shows a few kinds of pictures, films, sounds and documents. The end of the name says which kind a file is.",
    example: {
      kind: "check",
      script: `${TO} IMAGE FROM "pictures/tea.gif"`,
      mended: `${TO} DOCUMENT FROM "pictures/tea.png"`,
    },
    mend: "Save the file as one of the kinds that the hint names, or send a link to it.",
  },
  GB4645: {
    title: "A file that is too large for WhatsApp",
    means:
      "A picture has at most 5 MB, a film and a sound 16 MB, a document 100 MB, a sticker 500 KB. A document above 25 MB is read from its file as it is uploaded, so it has to lie there unchanged until then (GB4840, GB4841).",
    example: {
      kind: "situation",
      text: "A photograph of a camera has 12 MB. As DOCUMENT it could be sent, as IMAGE not.",
    },
    mend: "Make it smaller, send it as a document, or send a link to it.",
  },
  GB4646: {
    title: "An address that WhatsApp cannot open",
    means:
      "WhatsApp fetches pictures and opens pages from its own servers and phones, so their addresses begin with https:// and name a machine that everybody can reach.",
    example: {
      kind: "check",
      script: `${TO} IMAGE FROM "ftp://files.example.com/tea.jpg"`,
      mended: `${TO} IMAGE FROM "https://files.example.com/tea.jpg"`,
    },
    mend: "Write the address as a browser shows it, or the path of a file below the folder of scripts.",
  },
  GB4647: {
    title: "A place that is not on earth",
    means:
      "A latitude goes from -90 to 90 and a longitude from -180 to 180. Most likely the two are the wrong way round.",
    example: {
      kind: "check",
      script: `${TO} LOCATION AT "-146.65, -23.56"`,
      mended: `${TO} LOCATION AT "-23.56, -146.65"`,
    },
    mend: "Write latitude first, then longitude, as maps on the web show them.",
  },
  GB4648: {
    title: "A name that no template has",
    means:
      "Meta names templates with small letters, digits and underscores. Files and titles are no names of templates.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "Order shipped"`,
      mended: `${TO} TEMPLATE "order_shipped"`,
    },
    mend: "Copy the name from WhatsApp Manager.",
  },
  GB4649: {
    title: "A language that no template has",
    means:
      "Meta names languages of templates by two or three small letters, and perhaps an underscore and a country.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "hello_world" LANGUAGE "pt-BR"`,
      mended: `${TO} TEMPLATE "hello_world" LANGUAGE "pt_BR"`,
    },
    mend: "Copy the code of the language from WhatsApp Manager.",
  },
  GB4650: {
    title: "A number that cannot send",
    means:
      "USING takes the id by which Meta knows a number of yours, which are digits. It is not the number itself, and not its name.",
    example: {
      kind: "run",
      script: `SEND WHATSAPP TO "5511999999999" WITH "Hello" USING "the shop"`,
    },
    mend: "Copy the phone number id from Meta's dashboard. Without USING, an answer leaves from the number that was written to.",
  },
  GB4651: {
    title: "A message after the 24 hours of WhatsApp",
    means:
      "Anything may be sent to somebody who wrote within the last 24 hours to the number of yours that it leaves from. Afterwards WhatsApp takes nothing but templates, so gbasic does not ask it: the message is a dead letter, and ON SEND FAILED runs.",
    example: {
      kind: "situation",
      text: "A SUB that was spawned with AFTER 2 DAYS sends a text to the customer, who has not written since.",
    },
    mend: "Send a template. `npx gbasic jobs retry` sends the message once the person has written again.",
  },
  GB4652: {
    title: "Somebody of whom no message is known",
    severity: "warning",
    means:
      "The history holds no message of this person to the number of yours that something leaves from, so gbasic cannot know whether WhatsApp takes what is no template. It is sent, and said once for each person and number.",
    example: {
      kind: "situation",
      text: "A shop writes to a number that came in with an order, and nobody has written from it.",
    },
    mend: "Send a template to people who have not written to you.",
  },
  GB4653: {
    title: "A limit of messages that is reached",
    means:
      "Messages cost money, and a script that answers itself can send many. The limits that you set count what left in the last hour and day; what is above is a dead letter.",
    example: {
      kind: "situation",
      text: "WHATSAPP_HOURLY_LIMIT_PER_PERSON is 20, and two bots answer each other.",
    },
    mend: "Mend the script. Where so many are meant, raise the limit and send them with `npx gbasic jobs retry`.",
  },
  ...whatsAppPartExplanations,
  GB4660: {
    title: "Items that cannot be read",
    means:
      "Buttons, rows and products are written as a text with commas between, as a list, or as an object of titles by their ids.",
    example: {
      kind: "check",
      script: `${TO} BUTTONS "Shall we?" AND ITEMS TRUE`,
      mended: `${TO} BUTTONS "Shall we?" AND ITEMS "Yes, No"`,
    },
    mend: "Write the titles in one text with commas, or a list of them.",
  },
  GB4661: {
    title: "An item without a title",
    means: "What is seen of a button or a row is its title, so each needs one.",
    example: {
      kind: "check",
      script: `${TO} BUTTONS "Shall we?" AND ITEMS [{ "id": "yes" }]`,
      mended: `${TO} BUTTONS "Shall we?" AND ITEMS [{ "id": "yes", "title": "Yes" }]`,
    },
    mend: "Give each item a title. Without an id, the title is the id too.",
  },
  GB4662: {
    title: "A place that cannot be read",
    means:
      "AT takes latitude and longitude in degrees with a point: as a text with a comma between, a list of two numbers, or an object with latitude and longitude.",
    example: {
      kind: "check",
      script: `${TO} LOCATION AT "Avenida Paulista 1"`,
      mended: `${TO} LOCATION AT "-23.56, -46.65" WITH ADDRESS "Avenida Paulista 1"`,
    },
    mend: "Write the degrees; the address goes behind ADDRESS.",
  },
  GB4663: {
    title: "A contact that cannot be read",
    means:
      "A contact is an object with a name and perhaps phone, email and company, or one that came in a message.",
    example: {
      kind: "run",
      script: `${TO} CONTACTS [{ "phone": "+55 11 98888-7777" }]`,
      mended: `${TO} CONTACTS [{ "name": "Ana", "phone": "+55 11 98888-7777" }]`,
    },
    mend: "Give it a name.",
  },
  GB4664: {
    title: "A recipient on a channel that gbasic does not have",
    means:
      "TALK TO and SEND FILE TO take the channel and a colon before the address: whatsapp:, sms: or email:. General Bots has more of them, such as teams:.",
    example: {
      kind: "run",
      script: `TALK TO "teams:ana@example.com", "Hello"`,
      mended: `TALK TO "email:ana@example.com", "Hello"`,
    },
    mend: "Use one of the channels that gbasic has.",
  },
  GB4665: {
    title: "A template on another channel",
    means: "Templates are WhatsApp's. Mails and SMS have none: there the text itself is sent.",
    example: {
      kind: "check",
      script: `SEND TEMPLATE "welcome", "email", "ana@example.com"`,
      mended: `SEND TEMPLATE "welcome", "whatsapp", "5511999999999"`,
    },
    mend: "Send a mail with SEND MAIL or BEGIN MAIL, an SMS with SEND SMS.",
  },
  GB4666: {
    title: "Components that are no list of objects",
    means:
      "COMPONENTS hands the components of a template over as the Cloud API wants them, for what VALUES and BUTTONS cannot say.",
    example: {
      kind: "check",
      script: `${TO} TEMPLATE "order_shipped" COMPONENTS "Ana"`,
      mended: `${TO} TEMPLATE "order_shipped" VALUES ["Ana"]`,
    },
    mend: "Use VALUES for the places of the text, or write the list.",
  },
  GB4667: {
    title: "Something that a channel cannot carry",
    means: "An SMS holds text alone.",
    example: {
      kind: "run",
      script: `SEND FILE TO "sms:+5511999999999", "https://example.com/42.pdf"`,
      mended: `SEND FILE TO "whatsapp:+5511999999999", "https://example.com/42.pdf"`,
    },
    mend: "Send it in WhatsApp or by mail, or send its address as text.",
  },
  GB4668: {
    title: "A run that has no WhatsApp message of its own",
    means:
      "GET WHATSAPP and WHATSAPP give the message that a handler runs for, in it and in the SUBs that it calls. What SPAWN starts and what ON SEND FAILED does are runs of their own.",
    example: {
      kind: "situation",
      text: "A handler writes SPAWN GREET, and the SUB GREET reads GET WHATSAPP SENDER NUMBER.",
    },
    mend: "Hand what the SUB needs over as arguments.",
  },
  GB4722: {
    title: "A reaction that is no emoji",
    means: "WhatsApp puts one emoji on a message, and nothing else.",
    example: {
      kind: "check",
      script: `${TO} REACTION "thanks" TO "wamid.HBgN"`,
      mended: `${TO} REACTION "🙏" TO "wamid.HBgN"`,
    },
    mend: "Write the emoji itself between the quotes, or send a text with IN REPLY TO.",
  },
};
