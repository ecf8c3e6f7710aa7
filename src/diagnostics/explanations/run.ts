import type { runMessages } from "../codes/run.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/run.ts`. */
export const runExplanations: ExplanationsOf<typeof runMessages> = {
  GB3101: {
    title: "Too many loop turns and calls",
    means:
      "A run may make only so many turns of loops and calls of SUBs and FUNCTIONs together, so that a loop that never ends cannot occupy the server. `gbasic run` has no such limit unless one is set.",
    example: {
      kind: "run",
      settings: "GBASIC_MAX_STEPS=1000",
      script: `LET I = 1
WHILE I > 0
  I = I + 1
WEND`,
      mended: `LET I = 1
WHILE I < 10
  I = I + 1
WEND`,
    },
    mend: "Look whether the condition of the loop ever changes. The setting GBASIC_MAX_STEPS sets the limit.",
  },
  GB3102: {
    title: "Too many calls inside each other",
    means: "A SUB or FUNCTION calls itself, perhaps by way of another one, without an end.",
    example: {
      kind: "run",
      script: `PRINT FACTORIAL(5)
FUNCTION FACTORIAL(N)
  RETURN N * FACTORIAL(N - 1)
END FUNCTION`,
      mended: `PRINT FACTORIAL(5)
FUNCTION FACTORIAL(N)
  IF N <= 1 THEN RETURN 1
  RETURN N * FACTORIAL(N - 1)
END FUNCTION`,
    },
    mend: "Let it return before the call in the simplest case. The setting GBASIC_MAX_DEPTH sets the limit.",
  },
  GB3103: {
    title: "Calls and expressions nested too deeply",
    means:
      "Calls inside each other and long expressions together need more memory than the program has for them, before the limit of GB3102 is reached.",
    example: {
      kind: "situation",
      text: "It takes a FUNCTION that calls itself hundreds of times from within deeply nested brackets, with a high GBASIC_MAX_DEPTH.",
    },
    mend: "Let the FUNCTION return before it calls itself in the simplest case, and split long expressions.",
  },
  GB3111: {
    title: "A loop with the step 0",
    means: "FOR adds the step to its variable after each turn. With 0 it would never end.",
    example: {
      kind: "run",
      script: `LET STEPS = 0
FOR I = 1 TO 3 STEP STEPS
  PRINT I
NEXT I`,
      mended: `LET STEPS = 1
FOR I = 1 TO 3 STEP STEPS
  PRINT I
NEXT I`,
    },
    mend: "Use a step above or below 0.",
  },
  GB3150: {
    title: "A SPAWN that waits for less than nothing or for too long",
    means: "The number after AFTER is below 0, or makes more than 366 days. Nothing was spawned.",
    example: {
      kind: "run",
      script: `LET LEFT = 10 - 15
SPAWN REMIND AFTER LEFT MINUTES
SUB REMIND
  LOG "it is time"
END SUB`,
      mended: `LET LEFT = 15 - 10
SPAWN REMIND AFTER LEFT MINUTES
SUB REMIND
  LOG "it is time"
END SUB`,
    },
    mend: "Look at where the number comes from. For a time further away, spawn a SUB that spawns it again.",
  },
  GB3112: {
    title: "FOR EACH over something that is no list",
    means:
      "FOR EACH goes through the items of a list or the values of an object. Null gives no turn; a text or a number is neither.",
    example: {
      kind: "run",
      script: `FOR EACH NAME IN "Ana, Rui"
  PRINT NAME
NEXT NAME`,
      mended: `FOR EACH NAME IN SPLIT("Ana, Rui", ", ")
  PRINT NAME
NEXT NAME`,
    },
    mend: "Make a list of the text with SPLIT, or put the value in [ ].",
  },
  GB3113: {
    title: "DIM with a wrong bound",
    means:
      "DIM makes a list with the indexes from 0 to a whole number, which must not be negative.",
    example: {
      kind: "run",
      script: `LET HIGHEST = -1
DIM PRICES(HIGHEST)`,
      mended: `LET HIGHEST = 1
DIM PRICES(HIGHEST)
PRINT PRICES`,
    },
    mend: "Look at how the number is calculated.",
  },
  GB3121: {
    title: "A run that was stopped from outside",
    means: "The program that runs the script stopped it before it ended.",
    example: {
      kind: "situation",
      text: "A program that uses gbasic as a library aborts the signal that it gave to the run.",
    },
    mend: "The script is not at fault. Look at the program that runs it.",
  },
  GB3382: {
    title: "Too much memory",
    means:
      "The process has only so much memory for all requests together, and this run fills it: many long texts in a list, or a list inside lists. `GBASIC_MAX_MEMORY` sets the limit in megabytes.",
    example: {
      kind: "run",
      settings: "GBASIC_MAX_MEMORY=50",
      script: `LET ALL = []
WHILE TRUE
  PUSH ALL, UCASE$(REPEAT("ab", 1000000))
WEND`,
      mended: `LET ALL = []
FOR I = 1 TO 10
  PUSH ALL, UCASE$(REPEAT("ab", 10))
NEXT
PRINT UBOUND(ALL)`,
    },
    mend: "Keep only what is needed later, or look at one item after the other.",
  },
};
