import type { commandMessages } from "../codes/commands.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/commands.ts`. */
export const commandExplanations: ExplanationsOf<typeof commandMessages> = {
  GB2230: {
    title: "An unknown kind of handler",
    means:
      "ON at the top level begins a handler, and no handler begins with these words. The lines up to END ON are checked, but nothing runs them.",
    example: {
      kind: "check",
      script: `ON WEBHOK POST TO "/orders" DO
  PRINT "OK"
END ON`,
      mended: `ON WEBHOOK POST TO "/orders" DO
  PRINT "OK"
END ON`,
    },
    mend: "Take the proposed words, or see in the manual what a handler can listen to.",
  },
  GB2231: {
    title: "A General Bots statement that gbasic does not provide",
    severity: "warning",
    means:
      "General Bots has this statement and gbasic has not. It is read over, and said once in a file. A script that holds one is served all the same: only a run that reaches it ends with an error. Handlers and settings that gbasic lacks do nothing.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/ask" DO
  USE KB "products"
  PRINT LLM GET FORM VALUE "question"
END ON`,
      mended: `ON WEBHOOK POST TO "/ask" DO
  PRINT LLM GET FORM VALUE "question"
END ON`,
    },
    mend: "Remove it, or write what the hint proposes. Where another program does that work, leave it: gbasic runs the rest.",
  },
  GB2232: {
    title: "A statement where a value is wanted",
    means: "The statement does something and gives nothing back, so nothing can be assigned.",
    example: {
      kind: "check",
      script: `STATE$ = SEND MAIL "ana@example.com", "Hello", "It works."
PRINT STATE$`,
      mended: `SEND MAIL "ana@example.com", "Hello", "It works."`,
    },
    mend: "Write the statement on a line of its own. What became of a message is in the log.",
  },
  GB2233: {
    title: "More values than a statement takes",
    means: "A comma begins another value, and the statement takes none after the last one.",
    example: {
      kind: "check",
      script: `SEND SMS "+15550001111", "It works.", "high"`,
      mended: `SEND SMS "+15550001111", "It works."`,
    },
    mend: "Remove the comma and what follows, or put the values into one, such as a list.",
  },
  GB3340: {
    title: "A run that reached a General Bots statement that gbasic lacks",
    means:
      "The run came to a statement of General Bots that gbasic does not provide. Going on without it would do something else than the script says, so the run ends.",
    example: {
      kind: "run",
      script: `LET ROWS = FIND "orders", "total>100"
PRINT UBOUND(ROWS)`,
    },
    mend: "Remove the statement, or let it stand only where another program runs the script. `gbasic check` lists all of them.",
  },
};
