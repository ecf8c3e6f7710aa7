import type { lintMessages } from "../codes/lints.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/lints.ts`. */
export const lintExplanations: ExplanationsOf<typeof lintMessages> = {
  GB2501: {
    title: "A SUB or FUNCTION that is never used",
    severity: "warning",
    means:
      "Nothing that runs calls it: no handler, no line of the top level, and no other SUB or FUNCTION that is used itself. A file that holds nothing but SUBs and FUNCTIONs is a library for other files, and gbasic says nothing there.",
    example: {
      kind: "check",
      script: `PRINT "ready"

SUB GREET NAME$
  PRINT "Hello, " + NAME$
END SUB`,
      mended: `GREET "Ana"

SUB GREET NAME$
  PRINT "Hello, " + NAME$
END SUB`,
    },
    mend: "Call it where it was meant to be called, and look whether its name is spelt the same there. Remove it if it is not needed any more.",
  },
};
