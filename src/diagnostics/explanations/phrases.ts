import type { phraseMessages } from "../codes/phrases.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/phrases.ts`. */
export const phraseExplanations: ExplanationsOf<typeof phraseMessages> = {
  GB2240: {
    title: "A statement or function that is written otherwise",
    means:
      "There is a statement or a function that begins with these words, but it does not go on with what stands here.",
    example: {
      kind: "check",
      script: `SEND SMS "+15550001111" WITH "It works."`,
      mended: `SEND SMS TO "+15550001111" WITH "It works."`,
    },
    mend: "Write what the message expects. `gbasic help` and the words of the statement show all its forms.",
  },
  GB2241: {
    title: "A part of the statement is missing",
    means: "The statement cannot do without the part that the message names.",
    example: {
      kind: "check",
      script: `SEND MAIL TO "ana@example.com" WITH BODY "It works."`,
      mended: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "It works."`,
    },
    mend: "Add it with its value.",
  },
  GB2464: {
    title: "A word of the statement is missing",
    means:
      "The statement has words before this value, and one of them is not there. Two values side by side are no value.",
    example: {
      kind: "check",
      script: `SEND WHATSAPP TO "5511999999999" WITH IMAGE "https://example.com/tea.jpg"`,
      mended: `SEND WHATSAPP TO "5511999999999" WITH IMAGE FROM "https://example.com/tea.jpg"`,
    },
    mend: "Put the word in, as the message shows.",
  },
  GB2465: {
    title: "A handler that takes no more",
    means:
      "Behind these words the handler begins. It cannot be narrowed further, so its block has to look at what came. LIMIT, FROM, SIGNED BY, OPEN and ONCE PER are for ON WEBHOOK and WEBHOOK: what Meta and Twilio deliver is signed, and what comes again is known by its id.",
    example: {
      kind: "check",
      script: `ON WHATSAPP TEXT "menu" DO
  PRINT "Tea, coffee"
END ON`,
      mended: `ON WHATSAPP TEXT DO
  IF LCASE$(GET WHATSAPP MESSAGE BODY) = "menu" THEN PRINT "Tea, coffee"
END ON`,
    },
    mend: "Leave it out of the first line, and compare inside the block.",
  },
  GB2242: {
    title: "A part of the statement is there twice",
    means: "The statement takes this part once, and there is no telling which of the two is meant.",
    example: {
      kind: "check",
      script: `SEND MAIL TO "ana@example.com" WITH SUBJECT "a" AND SUBJECT "b" AND BODY "c"`,
      mended: `SEND MAIL TO "ana@example.com" WITH SUBJECT "a" AND BODY "c"`,
    },
    mend: "Remove one of them.",
  },
  GB2243: {
    title: "A text in quotes is needed",
    means:
      "What a handler listens to must be known before the script runs, so a variable or a calculation cannot stand here.",
    example: {
      kind: "check",
      script: `LET ADDRESS$ = "/hello"
ON WEBHOOK POST TO ADDRESS$ DO
  PRINT "hello"
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`,
    },
    mend: "Write the text itself, in quotes.",
  },
  GB2244: {
    title: "A first index that stays 0",
    severity: "warning",
    means:
      "In Visual Basic this line makes lists begin with another index. Here they begin with 0.",
    example: {
      kind: "check",
      script: `OPTION BASE 1
DIM A(3)
PRINT A(1)`,
      mended: `DIM A(2)
PRINT A(0)`,
    },
    mend: "Remove the line, and count from 0.",
  },
  GB2245: {
    title: "Texts whose case counts all the same",
    severity: "warning",
    means:
      "In Visual Basic this line makes comparisons take no notice of upper and lower case. Here they do.",
    example: {
      kind: "check",
      script: `OPTION COMPARE TEXT
PRINT "Ana" = "ANA"`,
      mended: `PRINT UCASE$("Ana") = UCASE$("ANA")`,
    },
    mend: "Remove the line, and compare what UCASE$ makes of both texts.",
  },
};
