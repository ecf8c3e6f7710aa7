import { defineFunction, text } from "../define.ts";

export const upper = defineFunction({
  name: "UCASE$",
  aliases: ["UPPER"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text in upper case.",
  example: `UCASE$("olá")  ' "OLÁ"`,
  run: ([value]) => value.toUpperCase(),
});

export const lower = defineFunction({
  name: "LCASE$",
  aliases: ["LOWER"],
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text in lower case.",
  example: `LCASE$("OLÁ")  ' "olá"`,
  run: ([value]) => value.toLowerCase(),
});

export const capitalize = defineFunction({
  name: "CAPITALIZE$",
  parameters: [text("text")],
  returns: "text",
  summary: "Gives a text with its first character in upper case, the others as they are.",
  example: `CAPITALIZE("ana maria")  ' "Ana maria"`,
  run: ([value]) => value.replace(/^./u, (first) => first.toUpperCase()),
});
