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
  GB3210: {
    title: "A regular expression that cannot be read",
    means:
      "The pattern breaks a rule of regular expressions, such as a bracket that is never closed, or uses look-ahead, look-behind or a reference to a group. These are not there, since patterns with them can take forever.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("a1", "(a[0-9]")`,
      mended: `PRINT REGEX_TEST("a1", "(a[0-9])")`,
    },
    mend: "Mend what the message names. To look for a mark such as ( itself, write \\\\ before it.",
  },
  GB3211: {
    title: "A regular expression that is too long",
    means:
      "Patterns have a limit of their length. It protects the server from patterns that come with a request.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("a", REPEAT("a", 2000))`,
      mended: `PRINT REGEX_TEST("a", "^a+$")`,
    },
    mend: "Write a shorter pattern, with repetitions such as a+ and a{5}.",
  },
  GB3212: {
    title: "An unknown flag of a regular expression",
    means:
      "The last argument of the REGEX functions is made of a few letters, and this is none of them.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("Order 42", "order", "case")`,
      mended: `PRINT REGEX_TEST("Order 42", "order", "i")`,
    },
    mend: 'Write the flags that the hint lists, one after another: "im".',
  },
};
