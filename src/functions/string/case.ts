import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineFunction, number, text } from "../define.ts";

/** The numbers that Visual Basic gives the ways of StrConv. */
const CONVERSIONS = new Map<number, (value: string) => string>([
  [1, (value) => value.toUpperCase()],
  [2, (value) => value.toLowerCase()],
  [3, properCase],
]);

export const upper = defineFunction({
  name: "UCASE$",
  aliases: ["UPPER", "TOUPPER", "UPPERCASE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text in upper case.",
  example: `UCASE$("olá")  ' "OLÁ"`,
  run: (_, value) => value.toUpperCase(),
});

export const lower = defineFunction({
  name: "LCASE$",
  aliases: ["LOWER", "TOLOWER", "LOWERCASE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text in lower case.",
  example: `LCASE$("OLÁ")  ' "olá"`,
  run: (_, value) => value.toLowerCase(),
});

export const capitalize = defineFunction({
  name: "CAPITALIZE$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text with its first character in upper case, the others as they are.",
  example: `CAPITALIZE("ana maria")  ' "Ana maria"`,
  run: (_, value) => value.replace(/^./u, (first) => first.toUpperCase()),
});

export const proper = defineFunction({
  name: "PROPER$",
  aliases: ["PROPERCASE", "PROPER_CASE", "TITLECASE", "TITLE_CASE"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text with the first letter of each word in upper case, the others in lower.",
  example: `PROPER("ANA de souza")  ' "Ana De Souza"`,
  run: (_, value) => properCase(value),
});

export const stringConversion = defineFunction({
  name: "STRCONV$",
  parameters: [text("text"), number("way")],
  returns: "text",
  summary: "Gives a text in upper case (1), in lower case (2), or with each word capitalized (3).",
  example: `STRCONV("ana maria", 3)  ' "Ana Maria"`,
  raises: ["GB3070"],
  run: (_, value, way) => {
    const convert = CONVERSIONS.get(way);
    if (convert === undefined) {
      throw new BasicError(
        functionMessages.unknownChoice(String(way), "1 (upper), 2 (lower), 3 (proper)"),
      );
    }
    return convert(value);
  },
});

/** An apostrophe is part of its word, so that `ana's` does not become `Ana'S`. */
function properCase(value: string): string {
  return value.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (first) => first.toUpperCase());
}
