import type { functionMessages } from "../codes/functions.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/functions.ts`. */
export const functionExplanations: ExplanationsOf<typeof functionMessages> = {
  GB3070: {
    title: "None of the values that the function takes",
    means: "The function takes one of a few values here, which the message lists.",
    example: {
      kind: "run",
      script: `PRINT STRCONV("ana maria", 9)`,
      mended: `PRINT STRCONV("ana maria", 3)`,
    },
    mend: "Write one of them. `gbasic help` with the name of the function tells what each does.",
  },
  GB3071: {
    title: "SWITCH with a condition that has no value",
    means:
      "SWITCH takes conditions and values in turn: a condition, what to give where it is true, and so on.",
    example: {
      kind: "run",
      script: `LET COUNT = 3
LET SIZE$ = SWITCH(COUNT > 1, "many", TRUE)`,
      mended: `LET COUNT = 3
LET SIZE$ = SWITCH(COUNT > 1, "many", TRUE, "few")
PRINT SIZE$`,
    },
    mend: "Write a value after each condition. TRUE as the last condition stands for all other cases.",
  },
  GB3072: {
    title: "A number outside the range of the function",
    means: "The function takes numbers of a range, such as 1 to 12 for a month.",
    example: { kind: "run", script: `PRINT MONTHNAME(13)`, mended: `PRINT MONTHNAME(12)` },
    mend: "Look at how the number is calculated.",
  },
  GB3073: {
    title: "An unknown part of a date",
    means: "DATEPART names a part of a date by a short text, and there is none of this name.",
    example: {
      kind: "run",
      script: `PRINT DATEPART("century", "2026-12-31")`,
      mended: `PRINT DATEPART("yyyy", "2026-12-31")`,
    },
    mend: "Write one of the parts that the hint lists.",
  },
};
