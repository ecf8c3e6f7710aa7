import type { jumpMessages } from "../codes/jumps.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/jumps.ts`. */
export const jumpExplanations: ExplanationsOf<typeof jumpMessages> = {
  GB1131: {
    title: "A label inside a block",
    means:
      "A jump into the middle of a loop or an IF would skip what the block begins with, so labels stand outside of all blocks. Line numbers may stand anywhere, as long as nothing jumps to those inside blocks.",
    example: {
      kind: "check",
      script: `FOR I = 1 TO 3
  AGAIN:
  PRINT I
NEXT`,
      mended: `AGAIN:
FOR I = 1 TO 3
  PRINT I
NEXT`,
    },
    mend: "Move the label in front of the block or behind it. CONTINUE goes on with the next turn of a loop, EXIT FOR leaves it.",
  },
  GB2312: {
    title: "A jump to a label that is not there",
    means:
      "GOTO, GOSUB, RESUME and ON ERROR GOTO name a label, which is a name with a colon on a line of its own, or the number of a line. No such label is there.",
    example: {
      kind: "check",
      script: `LET TRIES = 0
RETRY:
TRIES = TRIES + 1
IF TRIES < 3 THEN GOTO RETYR
PRINT TRIES`,
      mended: `LET TRIES = 0
RETRY:
TRIES = TRIES + 1
IF TRIES < 3 THEN GOTO RETRY
PRINT TRIES`,
    },
    mend: "Look whether the name is spelt the same in both places.",
  },
  GB2315: {
    title: "A jump to a label in another part of the script",
    means:
      "Jumps stay in the part of the script that they are in: a SUB, a FUNCTION, a handler, or the lines outside of them. The label is in another part.",
    example: {
      kind: "check",
      script: `GREET
DONE:
PRINT "done"

SUB GREET
  PRINT "Hello"
  GOTO DONE
END SUB`,
      mended: `GREET
PRINT "done"

SUB GREET
  PRINT "Hello"
  EXIT SUB
END SUB`,
    },
    mend: "Leave the SUB or FUNCTION with EXIT SUB, EXIT FUNCTION or RETURN, and go on where it was called. To use the same lines in several parts, make a SUB of them.",
  },
  GB2313: {
    title: "Two labels of one name",
    means: "A jump could mean either of them.",
    example: {
      kind: "check",
      script: `DONE:
PRINT "one"
DONE:
PRINT "two"`,
      mended: `FIRST:
PRINT "one"
SECOND:
PRINT "two"`,
    },
    mend: "Give one of them another name, and look at each GOTO for which one it means.",
  },
};
