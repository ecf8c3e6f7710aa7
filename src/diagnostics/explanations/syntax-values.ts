import type { syntaxMessages } from "../codes/syntax.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB224x and GB2250 of `../codes/syntax.ts`: values and words where they do nothing. */
export const valueExplanations = {
  GB2246: {
    title: "A value that nothing is done with",
    severity: "warning",
    means: "The line gives a value, and nothing happens to it. Often it is a rest of another line.",
    example: {
      kind: "check",
      script: `LET PRICE = 3
PRICE + 1`,
      mended: `LET PRICE = 3
PRINT PRICE + 1`,
    },
    mend: "Assign the value to a name, print it, or remove the line.",
  },
  GB2247: {
    title: "A name alone on a line",
    means:
      "The line has nothing but the name of a variable. In some languages the last line of a function is what it gives; here RETURN says so.",
    example: {
      kind: "check",
      script: `PRINT DOUBLE(2)
FUNCTION DOUBLE(N)
  LET X = N * 2
  X
END FUNCTION`,
      mended: `PRINT DOUBLE(2)
FUNCTION DOUBLE(N)
  LET X = N * 2
  RETURN X
END FUNCTION`,
    },
    mend: "Write PRINT or RETURN before the name, or remove the line.",
  },
  GB2248: {
    title: "EXIT of something that cannot be left",
    means:
      "EXIT leaves the run, or the loop, SELECT, SUB or FUNCTION around it that its word names. An IF goes on behind its END IF by itself.",
    example: {
      kind: "check",
      script: `LET N = 3
IF N > 2 THEN
  PRINT "many"
  EXIT IF
END IF`,
      mended: `LET N = 3
IF N > 2 THEN
  PRINT "many"
END IF`,
    },
    mend: "Name what is to be left, or remove the line.",
  },
  GB2249: {
    title: "A function without a name",
    means:
      "Rhai and JavaScript write functions as values, as in `x => x * 2` or `|x| x * 2`. Here a FUNCTION has a name and stands at the top level of the file, and functions over lists take a text.",
    example: {
      kind: "check",
      script: `LET PRICES = [1, 2]
PRINT PRICES.map(x => x * 2)`,
      mended: `LET PRICES = [1, 2]
PRINT MAP(PRICES, "item * 2")`,
    },
    mend: "Use MAP and FILTER with a text, or a FOR EACH loop that calls a FUNCTION of yours.",
  },
  GB2250: {
    title: "What stands in ${…} is no value",
    means:
      "In a text in double quotes, `${…}` puts a value in, and between the braces stands an expression as anywhere else.",
    example: {
      kind: "check",
      script: `LET NAME$ = "Ana"
PRINT "Hello \${NAME$)}"`,
      mended: `LET NAME$ = "Ana"
PRINT "Hello \${NAME$}"`,
    },
    mend: "Write one value between the braces. Where the braces are meant as text, leave the $ out.",
  },
  GB1050: {
    title: "A SPAWN that waits for less than nothing",
    means: "The number after AFTER is below 0, but a SUB can only be run now or later.",
    example: {
      kind: "check",
      script: `SPAWN REMIND AFTER -5 MINUTES
SUB REMIND
  LOG "it is time"
END SUB`,
      mended: `SPAWN REMIND AFTER 5 MINUTES
SUB REMIND
  LOG "it is time"
END SUB`,
    },
    mend: "Write a number of 0 or more.",
  },
  GB2251: {
    title: "An INCLUDE that is a comment",
    severity: "warning",
    means:
      "A line that begins with # is a comment, and so is the $INCLUDE of QuickBASIC behind an apostrophe. Nothing is included, so calls of what the file holds fail.",
    example: {
      kind: "check",
      script: `#include "lib.bas"
PRINT "hello"`,
      mended: `PRINT "hello"`,
    },
    mend: 'Write INCLUDE "lib.bas" without the mark before it, or remove the comment.',
  },
} satisfies Partial<ExplanationsOf<typeof syntaxMessages>>;
