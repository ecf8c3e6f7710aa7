import type { eventMessages } from "../codes/events.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB228x of `../codes/events.ts`. */
export const eventExplanations = {
  GB2280: {
    title: "An event with a handler of its own",
    means:
      "ON WHATSAPP EVENT takes changes of the fields of Meta's webhooks other than messages. Messages, statuses and errors come in the field messages and have a handler each.",
    example: {
      kind: "check",
      script: `ON WHATSAPP EVENT "statuses" DO
  LOG GET REQUEST BODY
END ON`,
      mended: `ON WHATSAPP STATUS DO
  LOG GET REQUEST BODY
END ON`,
    },
    mend: "Write the handler that the hint names.",
  },
  GB2281: {
    title: "A name that no field has",
    means:
      "ON WHATSAPP EVENT names a field of Meta's webhooks. Their names have small letters, digits and _, so a handler for any other name would never run.",
    example: {
      kind: "check",
      script: `ON WHATSAPP EVENT "Account Update" DO
  LOG GET REQUEST BODY
END ON`,
      mended: `ON WHATSAPP EVENT "account_update" DO
  LOG GET REQUEST BODY
END ON`,
    },
    mend: "Write the name as Meta's dashboard shows it.",
  },
  GB2282: {
    title: "Two handlers for one event",
    means:
      "Two handlers listen to the same events of WhatsApp, in one file or in two that are served together. One handler runs for each event, and nothing tells which. The message names both places. A block in which a call goes on, such as ON DIGITS, is known by the name of its file and its own, so two files with one name, in two folders, have no two blocks of one name.",
    example: {
      kind: "check",
      script: `ON WHATSAPP STATUS DO
  LOG "a status"
END ON
ON WHATSAPP STATUS DO
  LOG GET REQUEST BODY
END ON`,
      mended: `ON WHATSAPP STATUS DO
  LOG "a status"
  LOG GET REQUEST BODY
END ON`,
    },
    mend: "Keep one of them. What both do can go into SUBs that it calls. Of two blocks in files with one name, rename a file or a block.",
  },
  GB2283: {
    title: "A handler for a button without an id",
    means:
      "ON WHATSAPP BUTTON and ON WHATSAPP LIST may name one button or row by its id. The id here is empty.",
    example: {
      kind: "check",
      script: `ON WHATSAPP BUTTON "" DO
  PRINT "Thank you"
END ON`,
      mended: `ON WHATSAPP BUTTON "yes" DO
  PRINT "Thank you"
END ON`,
    },
    mend: "Write the id that ITEMS gives the button, its title where it has no id of its own, or leave it out.",
  },
  GB2284: {
    title: "A status that WhatsApp does not have",
    means:
      "The handler is for one status, and WhatsApp never tells this one, so the handler would never run.",
    example: {
      kind: "check",
      script: `ON WHATSAPP STATUS "deliverd" DO
  LOG GET WHATSAPP RECIPIENT
END ON`,
      mended: `ON WHATSAPP STATUS "delivered" DO
  LOG GET WHATSAPP RECIPIENT
END ON`,
    },
    mend: "Write the status as WhatsApp has it, or leave it out and look at WHATSAPP.status.",
  },
} satisfies ExplanationsOf<typeof eventMessages>;
