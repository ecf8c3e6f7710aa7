import { error } from "../message.ts";

const TEMPLATE = 'WITH TEMPLATE "HX…" VALUES […]';

/** GB4774, GB4775 and GB4780 to GB4785: what WhatsApp through Twilio cannot take; GB4807: what only Twilio takes. */
export const twilioWhatsAppMessages = {
  cannotTake: (kind: string) =>
    error(
      "GB4780",
      `Twilio cannot send this WhatsApp message, which is of the type ${kind}`,
      `make a content template of it in Twilio's console and send that, ${TEMPLATE}, or send it through Meta`,
    ),
  wantsContentSid: (name: string) =>
    error(
      "GB4781",
      `Twilio knows templates by their SID, and ${JSON.stringify(name)} is none`,
      `write the SID that the Content Template Builder shows: ${TEMPLATE}`,
    ),
  inTemplate: (clause: string) =>
    error(
      "GB4782",
      `a template of Twilio has its ${clause} already, so that none can be handed over with it`,
      `leave ${clause} out, and hand over what changes with VALUES`,
    ),
  notConnected: (names: readonly string[]) =>
    error(
      "GB4783",
      `this WhatsApp message leaves through Twilio, and there is no ${names.join(", no ")}`,
      "set it, or name a phone number id and a template of Meta",
    ),
  oneFile: (count: number) =>
    error(
      "GB4784",
      `there are ${String(count)} files, and a WhatsApp message takes one`,
      "send each in a message of its own",
    ),
  tooManyValues: (count: number, most: number) =>
    error(
      "GB4785",
      `there are ${String(count)} values, and Twilio takes at most ${String(most)} for a template`,
      "send fewer",
    ),
  noTime: (service: string) =>
    error(
      "GB4807",
      `VALID FOR: ${service} takes no time with a WhatsApp message, which only Twilio does`,
      "leave it out, or send through Twilio, with USING and one of its numbers; a template has a time of its own, which WhatsApp Manager sets",
    ),
  readWithoutTyping: () =>
    error(
      "GB4774",
      "Twilio shows a message as read only together with that an answer is being written",
      "write MARK WHATSAPP READ id WITH TYPING; where the script does, the mark came too late to be shown",
    ),
  noMessageOfTwilio: (written: string) =>
    error(
      "GB4775",
      `${JSON.stringify(written)} is no message that came through Twilio`,
      "take its id from the message: MARK WHATSAPP READ SMS.id WITH TYPING",
    ),
} as const;

/** GB2460 and GB2490: what a check finds of WhatsApp through Twilio. */
export const twilioCheckMessages = {
  readAlone: () =>
    error(
      "GB2490",
      "Twilio shows a message as read only together with that an answer is being written",
      "write MARK WHATSAPP READ id WITH TYPING",
    ),
  cannotTake: (statement: string) =>
    error(
      "GB2460",
      `${statement} cannot be sent through Twilio`,
      `make a content template of it in Twilio's console and send that, ${TEMPLATE}, or send it through Meta`,
    ),
} as const;
