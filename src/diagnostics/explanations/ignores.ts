import type { ignoreMessages } from "../codes/ignores.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/ignores.ts`. */
export const ignoreExplanations: ExplanationsOf<typeof ignoreMessages> = {
  GB2590: {
    title: "A comment that ignores nothing",
    severity: "warning",
    means:
      "A comment with gbasic-ignore keeps one kind of warning from being shown: in its own line, in the next line where it stands alone, or in the whole file with gbasic-ignore-file. This one names a code that is not found there, so it would only hide a mistake that somebody makes later.",
    example: {
      kind: "check",
      script: `' gbasic-ignore GB2101: set by nobody yet
LET TOTAL = 3
PRINT TOTAL`,
      mended: `LET TOTAL = 3
PRINT TOTAL`,
    },
    mend: "Remove the comment, or move it to the line that the warning is about. `gbasic check --fix` removes it.",
  },
  GB2591: {
    title: "A comment that does not say what to ignore",
    severity: "warning",
    means:
      "A comment with gbasic-ignore names the codes that are not to be shown, such as GB2101. Without a code it ignores nothing.",
    example: {
      kind: "check",
      script: `' gbasic-ignore
LET TOTAL = 3
PRINT TOTAL`,
      mended: `LET TOTAL = 3
PRINT TOTAL`,
    },
    mend: "Write the code behind gbasic-ignore, then a colon and the reason: `' gbasic-ignore GB2101: filled in later`. Several codes have commas between them.",
  },
  GB2592: {
    title: "A comment that would ignore an error",
    severity: "warning",
    means:
      "Only warnings can be ignored. A file with an error does not run, whatever its comments say.",
    example: {
      kind: "check",
      script: `' gbasic-ignore GB2203: comes later
PRINT SHUOT("hello")`,
      mended: `PRINT UCASE$("hello")`,
      also: ["GB2203"],
    },
    mend: "Mend what the error says, and remove the comment.",
  },
};
