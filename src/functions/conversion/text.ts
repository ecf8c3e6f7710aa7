import { defineFunction, text } from "../define.ts";

export const str = defineFunction({
  name: "STR$",
  aliases: ["CSTR", "TOSTRING"],
  parameters: [text("value")],
  returns: "text",
  summary: "Converts any value to its text; lists and objects become JSON.",
  example: `STR$(12.50)  ' "12.5"`,
  run: (_, value) => value,
});
