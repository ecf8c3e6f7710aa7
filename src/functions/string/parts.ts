import { defineFunction, number, optional, text } from "../define.ts";

export const left = defineFunction({
  name: "LEFT$",
  parameters: [text("text"), number("count")],
  returns: "text",
  summary: "Gives the first characters of a text.",
  example: `LEFT$("abc", 2)  ' "ab"`,
  run: ([value, count]) => value.slice(0, Math.max(0, count)),
});

export const right = defineFunction({
  name: "RIGHT$",
  parameters: [text("text"), number("count")],
  returns: "text",
  summary: "Gives the last characters of a text.",
  example: `RIGHT$("abc", 2)  ' "bc"`,
  run: ([value, count]) => value.slice(Math.max(0, value.length - Math.max(0, Math.trunc(count)))),
});

export const mid = defineFunction({
  name: "MID$",
  aliases: ["SUBSTR"],
  parameters: [text("text"), number("start"), optional(number("count"))],
  returns: "text",
  summary: "Gives the characters of a text from a place on, counted from 1.",
  example: `MID$("abcdef", 2, 3)  ' "bcd"`,
  run: ([value, start, count = value.length]) => {
    const from = Math.max(0, Math.trunc(start) - 1);
    return value.slice(from, from + Math.max(0, Math.trunc(count)));
  },
});
