import { error } from "../message.ts";

/** GB114x: blocks whose lines are text. */
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
} as const;
