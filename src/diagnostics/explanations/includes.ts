import type { includeMessages } from "../codes/includes.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/includes.ts`. */
export const includeExplanations: ExplanationsOf<typeof includeMessages> = {
  GB1160: {
    title: "An INCLUDE without the path of a file",
    means:
      "The files that a script includes are read before anything runs. So their paths stand in the script as they are, in quotes, and are not put together.",
    example: {
      kind: "check",
      script: `INCLUDE prices.bas
PRINT GROSS(100)`,
      mended: `PRINT GROSS(100)
FUNCTION GROSS(NET)
  RETURN NET * 1.2
END FUNCTION`,
    },
    mend: 'Write the path in quotes, from the folder of the script, as in INCLUDE "lib/prices.bas".',
  },
  GB1161: {
    title: "An INCLUDE inside something",
    means:
      "What a file includes can be used in all of it, so an INCLUDE inside a block, SUB, FUNCTION or handler would say what is not so.",
    example: {
      kind: "check",
      script: `IF WEEKDAY(NOW()) = 1 THEN
  INCLUDE "sunday.bas"
END IF`,
      mended: `IF WEEKDAY(NOW()) = 1 THEN
  PRINT "closed"
END IF`,
    },
    mend: "Move it to the top level of the file. Where it should only happen under a condition, put the lines of the file into a SUB, and call that under the condition.",
  },
  GB2270: {
    title: "An INCLUDE of a file that is not there",
    means:
      "The path starts from the folder of the script with the INCLUDE, not from the folder that gbasic was started in.",
    example: {
      kind: "check",
      script: `INCLUDE "prices.bas"
PRINT GROSS(100)`,
      mended: `PRINT GROSS(100)
FUNCTION GROSS(NET)
  RETURN NET * 1.2
END FUNCTION`,
    },
    mend: "Look at the spelling and at the folders of both files. What the file would bring in is not reported as unknown until it is there.",
  },
  GB2271: {
    title: "INCLUDE goes round in a circle",
    means:
      "A file includes itself, directly or by way of others, so none of them could come first.",
    example: {
      kind: "check",
      script: `INCLUDE "script.bas"
PRINT 1`,
      mended: "PRINT 1",
    },
    mend: "Move the SUBs and FUNCTIONs that two files need of each other into a third one, and include that in both.",
  },
  GB2272: {
    title: "An INCLUDE of a file outside the folder",
    means:
      "What is named by INCLUDE lies below the folder that was named on the command line; for a script that was named by itself, below the working folder. A link that leads out of it counts as outside.",
    example: {
      kind: "situation",
      text: 'A script in the folder `scripts` has INCLUDE "../other/prices.bas", and `gbasic serve scripts` was typed.',
    },
    mend: "Move the file below the folder of the scripts, or name a folder that holds both on the command line.",
  },
  GB2273: {
    title: "An INCLUDE of something that is no script",
    means: "INCLUDE reads scripts, whose names end in `.bas`.",
    example: {
      kind: "check",
      script: `INCLUDE "prices.json"
PRINT 1`,
      mended: "PRINT 1",
    },
    mend: "Write the whole name of a script, with `.bas` at its end.",
  },
  GB2274: {
    title: "An INCLUDE of a file that cannot be read",
    means: "The system does not let gbasic read the file, or it is not UTF-8 text.",
    example: {
      kind: "situation",
      text: "The file may only be read by somebody else. The message has the reason of the system, such as EACCES.",
    },
    mend: "Make the file readable, and save it with the encoding UTF-8 in your editor.",
  },
  GB2275: {
    title: "A SUB that is in two files",
    means:
      "Files that come together by INCLUDE each have a SUB or FUNCTION of the same name, so a call could mean either. The message shows both places.",
    example: {
      kind: "situation",
      text: 'A script has SUB GREET and INCLUDE "lib.bas", and `lib.bas` has SUB GREET too.',
    },
    mend: "Give one of them another name.",
  },
  GB2276: {
    title: "An INCLUDE of a file with handlers",
    severity: "warning",
    means:
      "INCLUDE brings in SUBs and FUNCTIONs. The handlers of a file are served where the file itself is among the scripts that are served, and nowhere else.",
    example: {
      kind: "situation",
      text: 'A script has INCLUDE "orders.bas", which holds an ON WEBHOOK, and `gbasic serve` was given the script alone.',
    },
    mend: "Name the file on the command line too, or the folder that both are in. Where its handlers are not wanted, move its SUBs and FUNCTIONs into a file without any.",
  },
};
