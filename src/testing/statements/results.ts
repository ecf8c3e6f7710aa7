import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { BasicError } from "../../runtime/error.ts";
import { definePhraseFunction } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { headerOf, lastAnswer } from "../last-answer.ts";
import { membersOf } from "../sent-members.ts";
import { SENT_MESSAGES } from "../sent-object.ts";
import { heard } from "../heard.ts";

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
    run: () => {
      const answer = lastAnswer(bed.get(), "RESPONSE STATUS");
      bed.get().noteStatus(answer);
      return answer.status;
    },
  });

/** `HEADER "Content-Type"`: of the last answer. */
export const responseHeader = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "RESPONSE HEADER <name:text!>",
    also: ["HEADER <name:text!>"],
    summary: "Gives a header of the last answer, whatever the case of its name.",
    example: `RECEIVE CALL\nEXPECT HEADER "Content-Type" = "text/xml"\nEXPECT HEADER "Content-Type" NOT CONTAINS "json"\nEXPECT HEADER "X-Order" = NULL`,
    returns: "text, or null where there is none",
    raises: ["GB3502"],
    run: ({ name }) => headerOf(lastAnswer(bed.get(), "RESPONSE HEADER"), name) ?? null,
  });

/** `SENT MESSAGES`: what was sent in this test. */
export const sentMessages = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "SENT MESSAGES",
    summary:
      "Gives the messages that were sent in this test, oldest first: objects with channel, to, text and id, and with all else that the script said of them, such as the subject of a mail, or type and replyTo of a WhatsApp message. docs/testing.md lists it.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT LEN(SENT MESSAGES) = 1`,
    returns: "a list of objects",
    object: SENT_MESSAGES,
    run: () => bed.get().channels.sent.map(membersOf),
  });

/** `HEARD TEXT`: what the caller hears. */
export const heardText = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "HEARD TEXT",
    summary:
      "Gives what the caller heard since the last RECEIVE CALL, PRESS or SPEAK began, a line for each <Say>.",
    example: `RECEIVE CALL\nEXPECT HEARD TEXT STARTS WITH "Welcome"`,
    returns: "text",
    raises: ["GB3501", "GB3502"],
    run: () => heard(bed.get(), "HEARD TEXT").join("\n"),
  });

/** `HANGUP REASON`: why the call is over. */
export const hangupReason = (bed: CurrentBed) =>
  definePhraseFunction({
    pattern: "HANGUP REASON",
    summary:
      "Gives why the call is over: that the script hangs up, rejects it, ends its answer or sends it to another server, with the address.",
    example: `RECEIVE CALL\nEXPECT HANGUP REASON = ""\nPRESS "123456"\nEXPECT HANGUP REASON CONTAINS "hangs up"`,
    returns: "text, which is empty while the call goes on",
    raises: ["GB3502"],
    run: () => {
      const { call } = bed.get().events;
      if (call === undefined)
        throw new BasicError(testingMessages.nothingReceived("HANGUP REASON"));
      return call.ended ?? "";
    },
  });
