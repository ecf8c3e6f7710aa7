import { findAllTexts } from "../../runtime/value/find.ts";
import { checkListLength, checkTextLength } from "../../runtime/value/limits.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineFunction, list, number, optional, text } from "../define.ts";

export const split = defineFunction({
  name: "SPLIT",
  parameters: [text("text"), optional(text("separator")), optional(number("limit"))],
  returns: "list",
  summary:
    "Cuts a text at every separator, a blank where none is given; an empty one cuts it into characters. With a limit, the last part holds the rest.",
  example: `SPLIT("a,b,c", ",")  ' ["a", "b", "c"]`,
  run: ([value, separator = " ", limit = -1], { limits }) => {
    const most = limit < 0 ? limits.listLength + 1 : Math.trunc(limit);
    const parts = splitAt(value, separator, Math.min(most, limits.listLength + 1));
    checkListLength(parts.length, limits);
    if (limit < 0 || parts.length < most || parts.length === 0) return parts;
    const before = parts.slice(0, -1).reduce((sum, part) => sum + part.length, 0);
    return [...parts.slice(0, -1), value.slice(before + separator.length * (parts.length - 1))];
  },
});

/** Cuts a text into at most so many parts; what follows the last of them is left out. */
function splitAt(value: string, separator: string, most: number): string[] {
  if (separator.length === 1) return value.split(separator, most);
  const parts: string[] = [];
  for (const part of separator === "" ? value : partsBetween(value, separator)) {
    if (parts.length >= most) break;
    parts.push(part);
  }
  return parts;
}

function* partsBetween(value: string, separator: string): Generator<string> {
  let from = 0;
  for (const at of findAllTexts(value, separator)) {
    yield value.slice(from, at);
    from = at + separator.length;
  }
  yield value.slice(from);
}

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
