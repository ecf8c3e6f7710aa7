import { checkListLength, checkTextLength } from "../../runtime/value/limits.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineFunction, list, optional, text } from "../define.ts";

export const split = defineFunction({
  name: "SPLIT",
  parameters: [text("text"), optional(text("separator"))],
  returns: "list",
  summary:
    "Cuts a text at every separator, a blank where none is given; an empty one cuts it into characters.",
  example: `SPLIT("a,b,c", ",")  ' ["a", "b", "c"]`,
  run: ([value, separator = " "], { limits }) => {
    const parts = value.split(separator, limits.listLength + 1);
    checkListLength(parts.length, limits);
    return parts;
  },
});

export const join = defineFunction({
  name: "JOIN$",
  parameters: [list("items"), optional(text("separator"))],
  returns: "text",
  summary:
    "Joins the items of a list to one text, with a separator between; a comma where none is given.",
  example: `JOIN$(["a", "b"], " + ")  ' "a + b"`,
  run: ([items, separator = ","], { limits }) => {
    const parts: string[] = [];
    let length = 0;
    for (const item of items) {
      const part = toText(item);
      length += part.length + (parts.length === 0 ? 0 : separator.length);
      checkTextLength(length, limits);
      parts.push(part);
    }
    return parts.join(separator);
  },
});
