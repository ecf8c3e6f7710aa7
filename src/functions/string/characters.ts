import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineFunction, number, text } from "../define.ts";

const LAST_CODE_POINT = 0x10ffff;

export const chr = defineFunction({
  name: "CHR$",
  aliases: ["CHRW"],
  parameters: [number("code")],
  returns: "text",
  summary: "Gives the character with a Unicode number; CHR$(10) is a line end.",
  example: `CHR$(65)  ' "A"`,
  raises: ["GB3043"],
  run: (_, code) => codeCharacter(code),
});

export const asc = defineFunction({
  name: "ASC",
  aliases: ["ASCW"],
  parameters: [text("text")],
  returns: "number",
  summary: "Gives the Unicode number of the first character; 0 for an empty text.",
  example: `ASC("A")  ' 65`,
  run: (_, value) => value.codePointAt(0) ?? 0,
});

/** Gives the character with a Unicode number. @throws BasicError GB3043 where there is none */
export function codeCharacter(code: number): string {
  if (!Number.isInteger(code) || code < 0 || code > LAST_CODE_POINT) {
    throw new BasicError(valueMessages.badCharacterCode(code));
  }
  return String.fromCodePoint(code);
}
