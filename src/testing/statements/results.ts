import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { headerOf, lastAnswer } from "../last-answer.ts";
import { textOf } from "../sent-texts.ts";
import { Twiml } from "../twiml.ts";

/** `RESPONSE BODY`: of the last answer. */
export const responseBody = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "RESPONSE BODY",
    summary: "Gives the body of the last answer.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LEN(RESPONSE BODY) = 2`,
    returns: "text",
    raises: ["GB3502"],
    run: () => lastAnswer(bed.get(), "RESPONSE BODY").body,
  });

/** `RESPONSE STATUS`: of the last answer. */
export const responseStatus = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "RESPONSE STATUS",
    summary: "Gives the status of the last answer.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT RESPONSE STATUS < 300`,
    returns: "a number",
    raises: ["GB3502"],
    run: () => lastAnswer(bed.get(), "RESPONSE STATUS").status,
  });

/** `RESPONSE HEADER "Content-Type"`: of the last answer. */
export const responseHeader = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "RESPONSE HEADER <name:text!>",
    summary: "Gives a header of the last answer.",
    example: `RECEIVE CALL\nEXPECT RESPONSE HEADER "Content-Type" = "text/xml"`,
    returns: "text, or null where there is none",
    raises: ["GB3502"],
    run: ({ name }) => headerOf(lastAnswer(bed.get(), "RESPONSE HEADER"), name) ?? null,
  });

/** `SENT MESSAGES`: what was sent in this test. */
export const sentMessages = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "SENT MESSAGES",
    summary:
      "Gives the messages that were sent in this test, oldest first: objects with channel, to, text, id and, of mails, subject.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LEN(SENT MESSAGES) = 1`,
    returns: "a list of objects",
    run: () =>
      bed.get().channels.sent.map(({ id, message }): Value => {
        const to = message.channel === "mail" ? [...message.to] : message.to;
        const common = { channel: message.channel, to, text: textOf(message), id };
        return message.channel === "mail" ? { ...common, subject: message.subject } : common;
      }),
  });

/** `HEARD TEXT`: what the caller hears. */
export const heardText = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "HEARD TEXT",
    summary: "Gives what the TwiML of the last answer says to the caller.",
    example: `RECEIVE CALL\nEXPECT HEARD TEXT STARTS WITH "Welcome"`,
    returns: "text",
    raises: ["GB3502"],
    run: () => Twiml.read(lastAnswer(bed.get(), "HEARD TEXT").body)?.spoken.join("\n") ?? "",
  });
