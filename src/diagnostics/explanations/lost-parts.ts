import type { lostPartMessages } from "../codes/lost-parts.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/lost-parts.ts`. */
export const lostPartExplanations: ExplanationsOf<typeof lostPartMessages> = {
  GB2479: {
    title: "A message of nothing, or to nobody",
    severity: "warning",
    means:
      "No provider takes a message without a recipient or without anything in it. Where a value lacks only now and then, such a message is left out, the log says so, and the script goes on. Here it always lacks, as the script says it itself.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH ""`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH "Your order is on its way."`,
    },
    mend: "Write what is to be sent and to whom, or take the line out.",
  },
  GB2480: {
    title: "A part of a message where none came",
    severity: "warning",
    means:
      "Some handlers run for what became of a message of yours, for an error or for another event. Nobody wrote then, so there is no sender and no text. What is sent to such a sender goes nowhere. Likewise Twilio brings messages and calls in a form of its own, those of WhatsApp too: GET WHATSAPP finds nothing in ON SMS and ON CALL, and GET SMS and GET CALL nothing in ON WHATSAPP.",
    example: {
      kind: "check",
      script: `ON WHATSAPP STATUS "failed" DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "Did my message arrive?"
END ON`,
      mended: `ON WHATSAPP STATUS "failed" DO
  SEND WHATSAPP TO GET WHATSAPP RECIPIENT WITH "Did my message arrive?"
END ON`,
    },
    mend: "Take what there is in such a run: GET WHATSAPP RECIPIENT is whom your message was for, GET SMS FROM who wrote through Twilio.",
  },
  GB2481: {
    title: "The address of a file of another kind",
    severity: "warning",
    means:
      "WhatsApp fetches the file from its address and looks at what comes. An address that ends as a file of another kind most likely brings one, and the message then fails. It is a warning, as an address may end as it likes, and the message is sent.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH IMAGE FROM "https://example.com/tea.gif"`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH IMAGE FROM "https://example.com/tea.jpg"`,
    },
    mend: "Send a file of a kind that WhatsApp takes. Where the address brings one all the same, ignore this line: ' gbasic-ignore GB2481.",
  },
  GB4745: {
    title: "Two clauses of which one would get lost",
    means:
      "A message has one header: a text, a picture, a film or a document. COMPONENTS is all that fills a template, so nothing else can fill it beside.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH TEMPLATE "order" VALUES ["Ana"] COMPONENTS [{ "type": "body", "parameters": [] }]`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH TEMPLATE "order" VALUES ["Ana"]`,
    },
    mend: "Keep the one that is meant.",
  },
  GB4746: {
    title: "A name without a document",
    means:
      "WhatsApp shows documents under a name; pictures and films have none, so NAMED would get lost.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH BUTTONS "Pay?" ITEMS "Yes, No" IMAGE "https://example.com/42.png" NAMED "invoice"`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH BUTTONS "Pay?" ITEMS "Yes, No" DOCUMENT "https://example.com/42.pdf" NAMED "invoice.pdf"`,
    },
    mend: "Leave out NAMED, or send the file as a document.",
  },
};
