import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { cutText } from "../../runtime/value/cut.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction, number, optional, text } from "../define.ts";
import { codeCharacter } from "./characters.ts";

type TextLimits = Pick<ValueLimits, "textLength">;

export const stringFunction = defineFunction({
  name: "STRING$",
  parameters: [number("count"), any("character")],
  returns: "text",
  summary: "Repeats a character, given as a text or as its code.",
  example: `STRING$(3, "-")  ' "---"`,
  raises: ["GB3043", "GB3044", "GB3090"],
  run: ({ limits }, count, character) => {
    const repeated = typeof character === "number" ? codeCharacter(character) : toText(character);
    return repeatText(firstCharacter(repeated), count, limits);
  },
});

export const space = defineFunction({
  name: "SPACE$",
  aliases: ["SPC", "TAB"],
  parameters: [number("count")],
  returns: "text",
  summary: "Gives a text of blanks; TAB and SPC are the same.",
  example: `SPACE$(3)  ' "   "`,
  raises: ["GB3044", "GB3090"],
  run: ({ limits }, count) => repeatText(" ", count, limits),
});

export const repeat = defineFunction({
  name: "REPEAT$",
  parameters: [text("text"), number("count")],
  returns: "text",
  summary: "Repeats a text.",
  example: `REPEAT("ab", 2)  ' "abab"`,
  raises: ["GB3044", "GB3090"],
  run: ({ limits }, value, count) => repeatText(value, count, limits),
});

export const padLeft = defineFunction({
  name: "PADLEFT$",
  aliases: ["LPAD", "PADSTART"],
  parameters: [text("text"), number("length"), optional(text("filler"))],
  returns: "text",
  summary: "Fills a text at its start up to a length, with blanks where no filler is given.",
  example: `PADLEFT("7", 3, "0")  ' "007"`,
  raises: ["GB3090"],
  run: ({ limits }, value, length, filler = " ") => padding(value, length, filler, limits) + value,
});

export const padRight = defineFunction({
  name: "PADRIGHT$",
  aliases: ["RPAD", "PADEND"],
  parameters: [text("text"), number("length"), optional(text("filler"))],
  returns: "text",
  summary: "Fills a text at its end up to a length, with blanks where no filler is given.",
  example: `PADRIGHT("7", 3, ".")  ' "7.."`,
  raises: ["GB3090"],
  run: ({ limits }, value, length, filler = " ") => value + padding(value, length, filler, limits),
});

function repeatText(value: string, count: number, limits: TextLimits): string {
  if (count < 0) throw new BasicError(valueMessages.negativeCount(count));
  const times = Math.trunc(count);
  checkTextLength(value.length * times, limits);
  // An empty text has no length to check, yet repeat counts its times.
  return value === "" ? "" : value.repeat(times);
}

/** Gives what fills a text up to a length; the last filler is cut where it is too long. */
function padding(value: string, length: number, filler: string, limits: TextLimits): string {
  checkTextLength(length, limits);
  const missing = Math.trunc(length) - value.length;
  if (missing <= 0 || filler === "") return "";
  return cutText(filler.repeat(Math.ceil(missing / filler.length)), 0, missing);
}

function firstCharacter(value: string): string {
  const code = value.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}
