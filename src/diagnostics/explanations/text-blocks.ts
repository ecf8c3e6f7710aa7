import type { textBlockMessages } from "../codes/text-blocks.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/text-blocks.ts`. */
export const textBlockExplanations: ExplanationsOf<typeof textBlockMessages> = {
  GB1140: {
    title: "A block of text that is never closed",
    means:
      "The lines between BEGIN and END are text, not statements. Without the END, all that follows would be text.",
    example: {
      kind: "check",
      script: `BEGIN TALK
Good morning!`,
      mended: `BEGIN TALK
Good morning!
END TALK`,
    },
    mend: "Put the END that the message names on a line of its own, behind the text.",
  },
  GB1141: {
    title: "A block of text that begins on its first line",
    means: "The text of the block begins on the line below, so nothing more can stand here.",
    example: {
      kind: "check",
      script: `BEGIN TALK "Good morning!"
END TALK`,
      mended: `BEGIN TALK
Good morning!
END TALK`,
    },
    mend: "Put the text on the lines below, without quotes.",
  },
  GB1142: {
    title: "A block of text whose END is misspelt",
    means:
      "The words after END must be those after BEGIN. What stands here is so like them that it is taken for the end of the text, so that the lines below are read.",
    example: {
      kind: "check",
      script: `BEGIN SYSTEM PROMPT
You answer for a tea shop.
END SYTEM PROMPT`,
      mended: `BEGIN SYSTEM PROMPT
You answer for a tea shop.
END SYSTEM PROMPT`,
    },
    mend: "Write END with the words that stand after BEGIN.",
  },
  GB2441: {
    title: "A line of a mail that looks like a header",
    severity: "warning",
    means:
      "The lines of BEGIN MAIL are the text of the mail, but for a first line that begins with Subject:. A line such as Cc: gives nobody a copy and is read by whoever gets the mail. Values come into these lines, and what somebody wrote must not become an address.",
    example: {
      kind: "check",
      script: `BEGIN MAIL "ana@example.com"
Subject: News
Cc: bo@example.com

We are open again.
END MAIL`,
      mended: `SEND MAIL TO "ana@example.com" WITH SUBJECT "News" AND BODY "We are open again." AND CC "bo@example.com"`,
    },
    mend: "Write the mail with SEND MAIL, or put a blank line above what is text.",
  },
  GB2442: {
    title: "A mail without a subject",
    severity: "warning",
    means:
      "The first line of BEGIN MAIL gives the subject where it begins with Subject:. Without one many mail servers take a mail for spam.",
    example: {
      kind: "check",
      script: `BEGIN MAIL "ana@example.com"
We are open again.
END MAIL`,
      mended: `BEGIN MAIL "ana@example.com"
Subject: Open again

We are open again.
END MAIL`,
    },
    mend: "Begin with a line Subject: and a few words.",
  },
};
