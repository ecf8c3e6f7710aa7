import type { nameMessages } from "../codes/names.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB22xx of `../codes/names.ts`: what is called. */
export const callExplanations = {
  GB2202: {
    title: "An unknown statement",
    means:
      "The line begins with words that are no statement of the language and no SUB of this file.",
    example: { kind: "check", script: `PRNT "hello"`, mended: `PRINT "hello"` },
    mend: "Look at the spelling. `gbasic help` lists the statements that there are. If it should be a SUB of your own, write it into this file.",
  },
  GB2203: {
    title: "An unknown function",
    means: "No function of the library and none of this file has this name.",
    example: { kind: "check", script: `PRINT UCAES$("hello")`, mended: `PRINT UCASE$("hello")` },
    mend: "Look at the spelling. `gbasic help` lists the functions that there are. An item of a list is read with [ ]: `PRICES[0]`.",
  },
  GB2204: {
    title: "An unknown method",
    means: "Behind the dot stands a call, but no value has a method of this name.",
    example: {
      kind: "check",
      script: `LET NAME$ = " Ana "
PRINT NAME$.tirm()`,
      mended: `LET NAME$ = " Ana "
PRINT NAME$.trim()`,
    },
    mend: "Look at the spelling. A member that is no method is read without brackets: `ORDER.price`.",
  },
  GB2205: {
    title: "The wrong number of arguments for a function",
    means: "A function of the library is called with more or fewer values than it takes.",
    example: { kind: "check", script: `PRINT LEFT$("hello")`, mended: `PRINT LEFT$("hello", 2)` },
    mend: "Write it as the hint shows. `gbasic help` with the name of the function explains each value.",
  },
  GB2206: {
    title: "Too many arguments for a SUB or FUNCTION of the file",
    means: "The call has more values than the header has parameters, so some would be lost.",
    example: {
      kind: "check",
      script: `GREET "Ana", "Rui"
SUB GREET(NAME$)
  PRINT "Hello, " + NAME$
END SUB`,
      mended: `GREET "Ana"
SUB GREET(NAME$)
  PRINT "Hello, " + NAME$
END SUB`,
    },
    mend: "Remove what is too much, or add parameters to the header.",
  },
  GB2207: {
    title: "Too few arguments for a SUB or FUNCTION of the file",
    severity: "warning",
    means: "The call has fewer values than the header has parameters. Those left out are null.",
    example: {
      kind: "check",
      script: `GREET "Ana"
SUB GREET(NAME$, CITY$)
  PRINT "Hello, " + NAME$ + " in " + CITY$
END SUB`,
      mended: `GREET "Ana", "Lisbon"
SUB GREET(NAME$, CITY$)
  PRINT "Hello, " + NAME$ + " in " + CITY$
END SUB`,
    },
    mend: "Give every parameter a value. Write NULL where there is none on purpose.",
  },
  GB2208: {
    title: "A SUB where a value is needed",
    severity: "warning",
    means: "A SUB does something and gives no value, so null stands here.",
    example: {
      kind: "check",
      script: `PRINT TWICE(4)
SUB TWICE(N)
  PRINT N * 2
END SUB`,
      mended: `PRINT TWICE(4)
FUNCTION TWICE(N)
  RETURN N * 2
END FUNCTION`,
    },
    mend: "Make it a FUNCTION that ends with RETURN and the value, or call it on a line of its own.",
  },
  GB2209: {
    title: "SPAWN of something that is no SUB",
    means:
      "SPAWN runs a SUB of the same file later, in a run of its own. There is none of this name in the file.",
    example: {
      kind: "check",
      script: `SPAWN NOTFY "Ana"
SUB NOTIFY(NAME$)
  LOG NAME$
END SUB`,
      mended: `SPAWN NOTIFY "Ana"
SUB NOTIFY(NAME$)
  LOG NAME$
END SUB`,
    },
    mend: "Look at the spelling, or write the SUB.",
  },
  GB2210: {
    title: "An assignment to something that is no element",
    means:
      "With round brackets, a name is an element only after DIM. Here it is a call, and nothing can be assigned to what a call gives.",
    example: {
      kind: "check",
      script: `LEN(0) = 5`,
      mended: `DIM LENGTHS(3)\nLENGTHS(0) = 5\nPRINT LENGTHS`,
    },
    mend: "Write DIM with the name first, or put the index in square brackets.",
  },
  GB2211: {
    title: "A function without its brackets",
    means: "The arguments of a function of the library stand in brackets.",
    example: {
      kind: "check",
      script: `LET LIST = [1, 2]
SPLICE LIST, 0, 1
PRINT LIST`,
      mended: `LET LIST = [1, 2]
SPLICE(LIST, 0, 1)
PRINT LIST`,
    },
    mend: "Put the arguments in brackets.",
  },
} satisfies Partial<ExplanationsOf<typeof nameMessages>>;
