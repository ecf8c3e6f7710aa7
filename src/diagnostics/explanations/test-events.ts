import type { testEventMessages } from "../codes/test-events.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-events.ts`. */
export const testEventExplanations: ExplanationsOf<typeof testEventMessages> = {
  GB4242: {
    title: "An event that lacks a field",
    means: "An event of this type cannot be made without the field. A place needs its latitude.",
    example: { kind: "command", command: "gbasic send whatsapp location" },
    mend: "Give the field. The message says what it means.",
  },
  GB4243: {
    title: "A field that the event does not have",
    means: "Each type of event has fields of its own. This one is not among them.",
    example: { kind: "situation", text: "An event of the type text is given a latitude." },
    mend: "Look at the spelling, and at the fields of the type.",
  },
  GB4244: {
    title: "A field of another form",
    means:
      "The field has to be a number, a word out of a list, or JSON, and what was given is not. Numbers have a point before their decimals.",
    example: { kind: "command", command: "gbasic send whatsapp location north 0" },
    mend: "Write it as the message says.",
  },
  GB4245: {
    title: "An event that comes from nobody",
    means:
      "Messages come from a phone number, or from the user id of somebody who hides the number.",
    example: { kind: "situation", text: "A message is made of a person without number and id." },
    mend: "Give a number or a user id.",
  },
  GB4246: {
    title: "A phone number that is none",
    means: "A number may have blanks, points, hyphens and brackets in it, but no letters.",
    example: { kind: "command", command: "gbasic send whatsapp text oi --from Ana" },
    mend: "Write the number with the country's code.",
  },
  GB4247: {
    title: "A user id that is none",
    means:
      "The user ids of WhatsApp are two letters for the country, a point, and letters and digits.",
    example: { kind: "command", command: "gbasic send whatsapp text oi --user-id 7" },
    mend: "Write it as in BR.1502576394655843.",
  },
  GB4494: {
    title: "An event that the provider does not deliver",
    means: "WhatsAble delivers messages and statuses, and no errors that belong to neither.",
    example: { kind: "command", command: "gbasic send whatsapp error --as whatsable" },
    mend: "Leave it out, or let Meta deliver it.",
  },
  GB4760: {
    title: "An event to a number that is none",
    means:
      "NUMBER ID says which number of yours an event comes to, by the id that Meta has for it. It is digits alone, and not the telephone number.",
    example: { kind: "situation", text: '`RECEIVE WHATSAPP TEXT "hello" NUMBER ID "the shop"`.' },
    mend: "Write any digits, such as those of WHATSAPP_PHONE_NUMBER_ID, or leave it out.",
  },
  GB4793: {
    title: "A number that the provider does not tell",
    means: "WhatsAble does not say which of your numbers a message came to.",
    example: {
      kind: "situation",
      text: 'A test says `RECEIVE WHATSAPP TEXT "hello" AS WHATSABLE NUMBER ID "106540352242922"`.',
    },
    mend: "Leave the number out, or AS WHATSABLE.",
  },
  GB4795: {
    title: "An event whose value is no object",
    means: "What changed is told as an object, which the script has as WHATSAPP.value.",
    example: {
      kind: "situation",
      text: 'A test says `RECEIVE WHATSAPP EVENT "account_update" WITH VALUE "VERIFIED_ACCOUNT"`.',
    },
    mend: "Write the members that Meta's page of the field shows, in braces.",
  },
  GB4796: {
    title: "An event with a statement of its own",
    means:
      "RECEIVE WHATSAPP EVENT takes changes of fields other than messages. Messages, statuses and errors have statements of their own, which make what Meta would send of a few words.",
    example: {
      kind: "situation",
      text: 'A test says `RECEIVE WHATSAPP EVENT "messages" WITH VALUE {}`.',
    },
    mend: "Write the statement that the message names.",
  },
  GB4797: {
    title: "An event that no handler is for",
    means:
      "The script has a handler for a field that is called almost so. Nothing would run, as events without a handler are acknowledged only.",
    example: {
      kind: "situation",
      text: 'A script has `ON WHATSAPP EVENT "account_update"`, and its test says `RECEIVE WHATSAPP EVENT "acount_update" WITH VALUE {}`.',
    },
    mend: "Correct the name, in the test or in the script.",
  },
};
