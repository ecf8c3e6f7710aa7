import { defineFunction, number, optional, text } from "../define.ts";

export const left = defineFunction({
  name: "LEFT$",
  parameters: [text("text"), number("count")],
  returns: "text",
  summary: "Gives the first characters of a text; never half an emoji.",
  example: `LEFT$("abc", 2)  ' "ab"`,
  run: ({ texts }, value, count) => texts.cut(value, 0, Math.trunc(count)),
});

export const right = defineFunction({
  name: "RIGHT$",
  parameters: [text("text"), number("count")],
  returns: "text",
  summary: "Gives the last characters of a text; never half an emoji.",
  example: `RIGHT$("abc", 2)  ' "bc"`,
  run: ({ texts }, value, count) =>
    texts.cut(value, value.length - Math.trunc(count), value.length),
});

export const mid = defineFunction({
  name: "MID$",
  aliases: ["SUBSTR", "SUBSTRING"],
  parameters: [text("text"), number("start"), optional(number("count"))],
  returns: "text",
  summary: "Gives the characters of a text from a place on, counted from 1; never half an emoji.",
  example: `MID$("abcdef", 2, 3)  ' "bcd"`,
  run: ({ texts }, value, start, count = value.length) => {
    const from = Math.max(0, Math.trunc(start) - 1);
    return texts.cut(value, from, from + Math.trunc(count));
  },
});
