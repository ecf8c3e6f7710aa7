import type { formattingMessages } from "../codes/formatting.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB502x of `../codes/formatting.ts`. */
export const formattingExplanations: ExplanationsOf<typeof formattingMessages> = {
  GB5020: {
    title: "A script that gbasic fmt would have changed",
    means:
      "`gbasic fmt` reads each script again after it has formatted it. Here the formatted script would not do the same as before, which is a bug in gbasic. The file was not touched.",
    example: {
      kind: "situation",
      text: "It takes a script that the formatter handles wrongly; none is known.",
    },
    mend: "Please report it with the script. The other scripts were formatted; leave this one out until then.",
  },
};
