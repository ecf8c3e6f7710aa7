import type { nameMessages } from "../codes/names.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { callExplanations } from "./calls.ts";

const DECLARED = {
  GB2101: {
    title: "A variable that is never set",
    severity: "warning",
    means:
      "The name is read, but nothing in the file gives it a value, so it reads as null. Most often it is spelt differently where it is set, or it has no $ at its end there: NAME and NAME$ are two variables. In a file of tests it is an error, as a comparison with nothing proves nothing.",
    example: {
      kind: "check",
      script: `LET TOTAL = 3
PRINT TOTLA`,
      mended: `LET TOTAL = 3
PRINT TOTAL`,
    },
    mend: "Look at the spelling, or set the variable before it is read. What a SUB sets belongs to that SUB, unless the top level sets the name too.",
  },
  GB2102: {
    title: "Two SUBs or FUNCTIONs of one name",
    means:
      "Two in one file have the same name. Upper and lower case and a $ at the end make no difference for them, so a call could mean either.",
    example: {
      kind: "check",
      script: `GREET
SUB GREET
  PRINT "Hello"
END SUB
SUB Greet
  PRINT "Good day"
END SUB`,
      mended: `GREET
GREET POLITELY
SUB GREET
  PRINT "Hello"
END SUB
SUB GREET POLITELY
  PRINT "Good day"
END SUB`,
    },
    mend: "Give one of them another name.",
  },
  GB2103: {
    title: "Two parameters of one name",
    means: "A header names the same parameter twice, so one of two arguments would be lost.",
    example: {
      kind: "check",
      script: `PRINT SUM OF(1, 2)
FUNCTION SUM OF(A, A)
  RETURN A + A
END FUNCTION`,
      mended: `PRINT SUM OF(1, 2)
FUNCTION SUM OF(A, B)
  RETURN A + B
END FUNCTION`,
    },
    mend: "Give one of them another name.",
  },
  GB2301: {
    title: "EXIT or CONTINUE with nothing to leave",
    means:
      "EXIT FOR, EXIT WHILE, EXIT DO, EXIT SELECT, BREAK and CONTINUE stand inside the block that they leave, EXIT SUB in a SUB and EXIT FUNCTION in a FUNCTION. This one stands outside.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" DO
  IF GET FORM VALUE "name" = "" THEN EXIT SUB
  PRINT "hello"
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  IF GET FORM VALUE "name" = "" THEN EXIT
  PRINT "hello"
END ON`,
    },
    mend: "Write EXIT alone to end the run, the EXIT of the block that it stands in, or remove it.",
  },
  GB2302: {
    title: "A SUB that returns a value",
    severity: "warning",
    means: "Only a FUNCTION gives a value. The one that this RETURN gives goes nowhere.",
    example: {
      kind: "check",
      script: `SHOW TWICE 4
SUB SHOW TWICE(N)
  PRINT N * 2
  RETURN N * 2
END SUB`,
      mended: `PRINT TWICE(4)
FUNCTION TWICE(N)
  RETURN N * 2
END FUNCTION`,
    },
    mend: "Write FUNCTION instead of SUB, or RETURN without a value.",
  },
  GB2303: {
    title: "Lines that never run",
    severity: "warning",
    means:
      "What stands before them always leaves the block, or a condition is never true, so nothing ever reaches these lines.",
    example: {
      kind: "check",
      script: `ON WEBHOOK POST TO "/hello" DO
  RETURN "hello"
  LOG "greeted"
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  LOG "greeted"
  RETURN "hello"
END ON`,
    },
    mend: "Put them before the statement that leaves, or remove them.",
  },
  GB2401: {
    title: "Sending at the top level",
    means:
      "The top level of a file runs before every handler of the file, once for each request. What sends a message or asks the language model there would do so for every request.",
    example: {
      kind: "check",
      script: `SEND SMS TO "+15550001111" WITH "The server has started."

ON WEBHOOK POST TO "/hello" DO
  PRINT "hello"
END ON`,
      mended: `ON WEBHOOK POST TO "/hello" DO
  SEND SMS TO "+15550001111" WITH "Somebody says hello."
  PRINT "hello"
END ON`,
    },
    mend: "Move it into the handler that it is for, or into a SUB that the handler calls.",
  },
  GB2402: {
    title: "Two handlers on one route",
    means:
      "Two handlers listen on the same method and path, in one file or in two, so a request could go to either. The names of parts such as :id make no difference.",
    example: {
      kind: "check",
      script: `ON WEBHOOK GET TO "/orders/:id" DO
  PRINT GET PATH VALUE "id"
END ON
ON WEBHOOK GET TO "/orders/:number" DO
  PRINT GET PATH VALUE "number"
END ON`,
      mended: `ON WEBHOOK GET TO "/orders/:id" DO
  PRINT GET PATH VALUE "id"
END ON
ON WEBHOOK GET TO "/invoices/:number" DO
  PRINT GET PATH VALUE "number"
END ON`,
    },
    mend: "Give one of them another path or method, or put both into one handler.",
  },
} satisfies Partial<ExplanationsOf<typeof nameMessages>>;

/** Explains the codes of `../codes/names.ts`. */
export const nameExplanations: ExplanationsOf<typeof nameMessages> = {
  ...DECLARED,
  ...callExplanations,
};
