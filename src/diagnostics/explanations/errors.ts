import type { errorMessages } from "../codes/errors.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/errors.ts`. */
export const errorExplanations: ExplanationsOf<typeof errorMessages> = {
  GB1121: {
    title: "A TRY without CATCH and FINALLY",
    means:
      "TRY alone does nothing: an error in it ends the run as it would without TRY. CATCH takes errors, FINALLY holds what is to happen in any case.",
    example: {
      kind: "check",
      script: `TRY
  PRINT 1 / 2
END TRY`,
      mended: `TRY
  PRINT 1 / 2
CATCH E
  LOG "could not divide: " + E
END TRY`,
    },
    mend: "Write CATCH and a name before END TRY, and after it what to do about an error. Write CATCH alone and nothing after it where errors are to be passed over.",
  },
  GB1122: {
    title: "The parts of TRY in the wrong order",
    means: "CATCH comes before FINALLY, and each of them is there once at most.",
    example: {
      kind: "check",
      script: `TRY
  PRINT 1 / 2
FINALLY
  LOG "done"
CATCH E
  LOG "could not divide: " + E
END TRY`,
      mended: `TRY
  PRINT 1 / 2
CATCH E
  LOG "could not divide: " + E
FINALLY
  LOG "done"
END TRY`,
    },
    mend: "Write the parts in the order TRY, CATCH, FINALLY, END TRY. All errors come to the one CATCH; use IF in it to tell them apart.",
  },
  GB2311: {
    title: "A statement that would leave FINALLY",
    means:
      "FINALLY runs to its end before the run goes on, whatever happened before: with the error that is on its way, with the RETURN, or with the next line. A RETURN, EXIT or GOTO in it would make that be forgotten.",
    example: {
      kind: "check",
      script: `SUB NOTE
  TRY
    LOG "starting"
  FINALLY
    EXIT SUB
  END TRY
END SUB
NOTE`,
      mended: `SUB NOTE
  TRY
    LOG "starting"
  FINALLY
    LOG "done"
  END TRY
END SUB
NOTE`,
    },
    mend: "Move it behind END TRY, or into CATCH where it is about errors only.",
  },
  GB2314: {
    title: "RESUME without ON ERROR GOTO",
    means:
      "RESUME ends the lines that handle an error. Such lines stand behind a label that ON ERROR GOTO names, in the same SUB, FUNCTION, handler or top level. Here nothing leads to them because of an error.",
    example: {
      kind: "check",
      script: `LET N = 0
PRINT 10 / N
PRINT "done"
EXIT
FAILED:
PRINT ERROR MESSAGE
RESUME NEXT`,
      mended: `ON ERROR GOTO FAILED
LET N = 0
PRINT 10 / N
PRINT "done"
EXIT
FAILED:
PRINT ERROR MESSAGE
RESUME NEXT`,
    },
    mend: "Write ON ERROR GOTO and the label in front of the lines that may fail. Write GOTO instead of RESUME where no error is meant.",
  },
  GB3052: {
    title: "RESUME where no error is being handled",
    means:
      "RESUME says where to go on after an error, and there was none: the run came to the lines that handle errors from the lines above them.",
    example: {
      kind: "run",
      script: `ON ERROR GOTO FAILED
PRINT "all is well"
FAILED:
PRINT ERROR MESSAGE
RESUME NEXT`,
      mended: `ON ERROR GOTO FAILED
PRINT "all is well"
EXIT
FAILED:
PRINT ERROR MESSAGE
RESUME NEXT`,
    },
    mend: "Put EXIT in front of the label, EXIT SUB in a SUB, or RETURN, so that only an error leads there.",
  },
  GB3050: {
    title: "An error that the script raised with THROW",
    means:
      "The script said THROW and nothing caught the error, neither CATCH nor ON ERROR. The message is what stood behind THROW.",
    example: {
      kind: "run",
      script: `LET AMOUNT = -5
IF AMOUNT < 0 THEN THROW "the amount is negative"`,
      mended: `LET AMOUNT = -5
TRY
  IF AMOUNT < 0 THEN THROW "the amount is negative"
CATCH E
  PRINT E
END TRY`,
    },
    mend: "Look at the line for what was wrong. Put TRY … CATCH around what can fail where the script can go on all the same.",
  },
  GB3051: {
    title: "A condition of ASSERT that is not true",
    means: "ASSERT states what has to be true at its place, and it was not.",
    example: {
      kind: "run",
      script: `LET AMOUNT = -5
ASSERT AMOUNT > 0, "the amount must be positive"`,
      mended: `LET AMOUNT = 5
ASSERT AMOUNT > 0, "the amount must be positive"`,
    },
    mend: "Find out where the values in the condition come from. Use IF instead of ASSERT for what may well happen, such as a wrong answer of a user.",
  },
};
