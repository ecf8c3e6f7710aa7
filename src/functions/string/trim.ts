import { defineFunction, text } from "../define.ts";

export const trim = defineFunction({
  name: "TRIM$",
  parameters: [text("text")],
  returns: "text",
  summary: "Removes blanks and line ends from both ends of a text.",
  example: `TRIM$("  abc ")  ' "abc"`,
  run: (_, value) => value.trim(),
});

export const ltrim = defineFunction({
  name: "LTRIM$",
  parameters: [text("text")],
  returns: "text",
  summary: "Removes blanks and line ends from the start of a text.",
  example: `LTRIM$("  abc ")  ' "abc "`,
  run: (_, value) => value.trimStart(),
});

export const rtrim = defineFunction({
  name: "RTRIM$",
  parameters: [text("text")],
  returns: "text",
  summary: "Removes blanks and line ends from the end of a text.",
  example: `RTRIM$("  abc ")  ' "  abc"`,
  run: (_, value) => value.trimEnd(),
});
