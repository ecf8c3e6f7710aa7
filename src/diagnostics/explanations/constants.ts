import type { constantMessages } from "../codes/constants.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/constants.ts`. */
export const constantExplanations: ExplanationsOf<typeof constantMessages> = {
  GB1150: {
    title: "A CONST without a value",
    means: "A CONST gets its value where it is made, since nothing can give it one later.",
    example: {
      kind: "check",
      script: `CONST RATE
PRINT 100 * RATE`,
      mended: `CONST RATE = 0.2
PRINT 100 * RATE`,
    },
    mend: "Write `=` and the value behind the name. For a name that gets its value later, write DIM or LET.",
  },
  GB1151: {
    title: "A CONST inside a block",
    means:
      "The values of the CONSTs of a file are there before its first line runs, and those of a SUB before its first line. Inside IF or a loop it would look as if the value depended on it.",
    example: {
      kind: "check",
      script: `LET COUNTRY$ = "PT"
IF COUNTRY$ = "PT" THEN
  CONST RATE = 0.23
END IF
PRINT 100 * RATE`,
      mended: `LET COUNTRY$ = "PT"
LET RATE = 0.2
IF COUNTRY$ = "PT" THEN
  RATE = 0.23
END IF
PRINT 100 * RATE`,
    },
    mend: "Move it out of the block. Where the value depends on something, it is a variable: write LET.",
  },
  GB2260: {
    title: "A CONST that is set again",
    means:
      "A name made with CONST keeps its value. Something else gives it another one: an assignment, a loop, DIM, or a second CONST. The message shows both places.",
    example: {
      kind: "check",
      script: `CONST RATE = 0.2
RATE = 0.23
PRINT 100 * RATE`,
      mended: `LET RATE = 0.2
RATE = 0.23
PRINT 100 * RATE`,
    },
    mend: "Where the value has to change, write LET in the place of CONST. Where two things have the same name, give one of them another.",
  },
  GB2261: {
    title: "A CONST that depends on a variable",
    means:
      "The value of a CONST is there before the first line runs, so it is made of numbers, texts, lists, objects, other CONSTs and functions of the language. A variable has no value by then.",
    example: {
      kind: "check",
      script: `LET NET = 100
CONST GROSS = NET * 1.2
PRINT GROSS`,
      mended: `CONST NET = 100
CONST GROSS = NET * 1.2
PRINT GROSS`,
    },
    mend: "Make what it depends on a CONST too, or write LET in the place of CONST.",
  },
  GB2262: {
    title: "A CONST that needs one below it",
    means: "CONSTs get their values in the order in which they stand, from the top to the bottom.",
    example: {
      kind: "check",
      script: `CONST GROSS = NET * 1.2
CONST NET = 100
PRINT GROSS`,
      mended: `CONST NET = 100
CONST GROSS = NET * 1.2
PRINT GROSS`,
    },
    mend: "Move the one that is needed above the one that needs it.",
  },
  GB2263: {
    title: "A CONST that depends on something that is done",
    means:
      "A FUNCTION of the script, or a statement such as GET FORM VALUE, may give another value each time, and something else in each run. The value of a CONST is made of numbers, texts, lists, objects, other CONSTs and functions of the language.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/order" DO
  CONST ITEM$ = GET FORM VALUE "item"
  PRINT ITEM$
END ON`,
      mended: `ON WEBHOOK POST TO "/order" DO
  LET ITEM$ = GET FORM VALUE "item"
  PRINT ITEM$
END ON`,
    },
    mend: "Write LET in the place of CONST.",
  },
};
