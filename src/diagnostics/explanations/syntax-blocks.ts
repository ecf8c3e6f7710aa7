import type { syntaxMessages } from "../codes/syntax.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB11xx and GB22xx of `../codes/syntax.ts`: blocks, headers, clauses and left-over words. */
export const blockExplanations = {
  GB1101: {
    title: "A block that is never closed",
    means:
      "IF, FOR, WHILE, DO, SELECT, SUB, FUNCTION and ON … DO begin a block, and a line of its own ends it. That line is missing, or it stands behind the end of another block.",
    example: {
      kind: "check",
      script: `LET CLOCK = 15
IF CLOCK < 12 THEN
  PRINT "Good morning"`,
      mended: `LET CLOCK = 15
IF CLOCK < 12 THEN
  PRINT "Good morning"
END IF`,
    },
    mend: "Put the line that the message names where the block should end.",
  },
  GB1102: {
    title: "The end of a block that never began",
    means:
      "The line ends a block, or begins its next part, but no such block is open here. Perhaps its first line was removed, or another block ends too early.",
    example: {
      kind: "check",
      script: `PRINT "hello"
END IF`,
      mended: `PRINT "hello"`,
    },
    mend: "Remove the line, or write the first line of the block that it belongs to.",
  },
  GB1103: {
    title: "NEXT with the name of another loop",
    means:
      "NEXT may name the variable of its loop. It always ends the innermost loop that is open, and this one counts with another variable.",
    example: {
      kind: "check",
      script: `FOR ROW = 1 TO 2
  FOR COLUMN = 1 TO 3
    PRINT ROW, COLUMN
  NEXT ROW
NEXT COLUMN`,
      mended: `FOR ROW = 1 TO 2
  FOR COLUMN = 1 TO 3
    PRINT ROW, COLUMN
  NEXT COLUMN
NEXT ROW`,
      times: 2,
    },
    mend: "Name the variable of the inner loop first, or write NEXT alone.",
  },
  GB1105: {
    title: "A handler inside a block",
    means:
      "A handler listens from the start of the server on, so it cannot depend on an IF or a loop.",
    example: {
      kind: "check",
      script: `IF TRUE THEN ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`,
      also: ["GB1102"],
      mended: `ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`,
    },
    mend: "Move it to the top level of the file, and put the IF into it.",
  },
  GB1162: {
    title: "A SUB or FUNCTION inside a handler",
    means:
      "A SUB or FUNCTION belongs to the whole file. Inside a handler its END would be taken for that of the handler.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" DO
  GREET "Ana"
  SUB GREET(NAME)
    PRINT "Hello, " + NAME
  END SUB
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  GREET "Ana"
END ON

SUB GREET(NAME)
  PRINT "Hello, " + NAME
END SUB`,
    },
    mend: "Move it below the END ON. What it needs from the handler comes in as arguments.",
  },
  GB1163: {
    title: "AS without a type",
    means:
      "After AS stands the type of a variable, as in Visual Basic. gbasic does not look at it.",
    example: {
      kind: "check",
      script: `DIM NAME AS
PRINT NAME`,
      mended: `DIM NAME AS STRING
PRINT NAME`,
    },
    mend: "Write a type such as STRING or INTEGER, or leave AS out.",
  },
  GB1106: {
    title: "A SUB or FUNCTION without a name",
    means: "The word SUB or FUNCTION must be followed by the name that calls it.",
    example: {
      kind: "check",
      script: `SUB
  PRINT "hello"
END SUB`,
      mended: `GREET
SUB GREET
  PRINT "hello"
END SUB`,
    },
    mend: "Write a name of one or more words behind it.",
  },
  GB1120: {
    title: "A member of nothing",
    means:
      "A name that begins with a dot is a member of the object that the WITH around it names. There is no WITH around this one.",
    example: {
      kind: "check",
      script: `LET ORDER = { "price": 3 }
PRINT .price`,
      mended: `LET ORDER = { "price": 3 }
PRINT ORDER.price`,
    },
    mend: "Write the object before the dot, or put the lines between WITH and END WITH.",
  },
  GB1152: {
    title: "The wrong word ends a block",
    means:
      "A block is open here, and this line looks as if it were meant to end it. But its word is misspelt, or is that of another block.",
    example: {
      kind: "check",
      script: `LET CLOCK = 15
IF CLOCK < 12 THEN
  PRINT "Good morning"
END FI`,
      mended: `LET CLOCK = 15
IF CLOCK < 12 THEN
  PRINT "Good morning"
END IF`,
    },
    mend: "Write what the message names. If the line is too much, remove it and end the block elsewhere.",
  },
  GB1153: {
    title: "A parameter that is read as part of the name",
    means:
      "The name of a SUB or FUNCTION may have several words. Without brackets, commas and signs such as $, all words of the header are its name, but calls give the last of them as a value.",
    example: {
      kind: "check",
      script: `DOUBLE IT 4
SUB DOUBLE IT N
  PRINT N * 2
END SUB`,
      mended: `DOUBLE IT 4
SUB DOUBLE IT(N)
  PRINT N * 2
END SUB`,
    },
    mend: "Put the parameters in brackets, as the message shows.",
  },
  GB2201: {
    title: "No statement or function begins so",
    means:
      "The words look like the beginning of a statement or of a function of several words, but there is none that begins with them.",
    example: {
      kind: "check",
      script: `PRINT GET FORM VALEU "name"`,
      mended: `PRINT GET FORM VALUE "name"`,
    },
    mend: "Look at the spelling. `gbasic help` lists all statements and functions.",
  },
  GB2212: {
    title: "A word that nothing goes on with",
    means:
      "Up to this word everything was understood, but neither a statement nor a function goes on with it here.",
    example: {
      kind: "check",
      script: `LET NAME$ = "Ana"
PRINT "hello" NAME$`,
      mended: `LET NAME$ = "Ana"
PRINT "hello", NAME$`,
    },
    mend: "Between values stands a comma or an operator such as +, between statements on one line a colon.",
  },
} satisfies Partial<ExplanationsOf<typeof syntaxMessages>>;
