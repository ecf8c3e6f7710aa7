import type { historyMessages } from "../codes/history.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB342x of `../codes/history.ts`. */
export const historyExplanations = {
  GB3420: {
    title: "A number of messages that cannot be",
    means:
      "LAST in GET MESSAGE HISTORY says how many of the newest messages are given. It takes whole numbers from 1 on, up to what a script can take at once.",
    example: {
      kind: "run",
      script: `LET RECENT = GET MESSAGE HISTORY FROM "5511999999999" LAST 0
PRINT UBOUND(RECENT)`,
      mended: `LET RECENT = GET MESSAGE HISTORY FROM "5511999999999" LAST 20
PRINT UBOUND(RECENT)`,
    },
    mend: "Write a number such as 20, or leave LAST out for all that is kept.",
  },
  GB3421: {
    title: "A history that is too long",
    means:
      "Without LAST, GET MESSAGE HISTORY gives all messages that are kept of a person. Here they are more than a script can take at once.",
    example: {
      kind: "situation",
      text: "A test number has exchanged tens of thousands of messages with the bot, and a script asks for all of them.",
    },
    mend: "Write LAST with the number of messages that the script needs.",
  },
  GB3422: {
    title: "No message that failed",
    means:
      "GET FAILED MESSAGE gives the message for which an ON SEND FAILED block runs. This run was started by something else: a request, a message, or SPAWN.",
    example: {
      kind: "run",
      script: `PRINT GET FAILED MESSAGE`,
      mended: `ON SEND FAILED DO
  LOG GET FAILED MESSAGE
END ON`,
    },
    mend: "Use it in an ON SEND FAILED block. A SUB that the block spawns gets what it needs as arguments.",
  },
} satisfies ExplanationsOf<typeof historyMessages>;
