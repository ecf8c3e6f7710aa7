import { error, warning } from "../message.ts";

/** GB114x, GB2441 and GB2442: blocks whose lines are text. */
export const textBlockMessages = {
  unclosedTextBlock: (title: string) =>
    error("GB1140", `this BEGIN ${title} is never closed`, `put END ${title} after its text`),
  linesNeeded: (title: string, found: string) =>
    error(
      "GB1141",
      `${title} needs its text on the lines after it, found ${found}`,
      `write the text below it, and END ${title.replace(/^BEGIN /, "")} after the text`,
    ),
  misspeltTextEnd: (written: string, title: string) =>
    error("GB1142", `END ${written} does not close BEGIN ${title}`, `did you mean END ${title}?`),
  mailHeader: (name: string) =>
    warning(
      "GB2441",
      `${name}: is part of the text here, as BEGIN MAIL takes Subject: alone`,
      "put a blank line above it where it is text; SEND MAIL takes CC, BCC and ATTACH, and addresses stand behind BEGIN MAIL",
    ),
  noSubject: () =>
    warning(
      "GB2442",
      "this mail has no subject",
      "begin its text with a line such as Subject: Your order",
    ),
} as const;
