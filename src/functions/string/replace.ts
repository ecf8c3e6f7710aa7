import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { findAllTexts } from "../../runtime/value/find.ts";
import { defineFunction, number, optional, text } from "../define.ts";
import { foldCase, ignoresCase } from "./compare-mode.ts";

export const replace = defineFunction({
  name: "REPLACE$",
  parameters: [
    text("text"),
    text("old"),
    text("new"),
    optional(number("start")),
    optional(number("count")),
    optional(number("compare")),
  ],
  returns: "text",
  summary:
    "Replaces every occurrence of one text in another. With a start, the result begins there; a count replaces that many, -1 all; a compare of 1 ignores the case.",
  example: `REPLACE$("a-b-c", "-", "+")  ' "a+b+c"`,
  raises: ["GB3090"],
  run: ({ limits }, value, old, replacement, start = 1, count = -1, compare) => {
    const part = start <= 1 ? value : value.slice(Math.trunc(start) - 1);
    if (old === "") return part;
    const [within, wanted] = ignoresCase(compare) ? [foldCase(part), foldCase(old)] : [part, old];
    const places = findAllTexts(within, wanted);
    const most = count < 0 ? Infinity : Math.trunc(count);
    return replaceAt(part, places, most, old.length, replacement, limits);
  },
});

function replaceAt(
  value: string,
  places: Iterable<number>,
  most: number,
  length: number,
  replacement: string,
  limits: Pick<ValueLimits, "textLength">,
): string {
  let result = "";
  let from = 0;
  let replaced = 0;
  for (const at of places) {
    if (++replaced > most) break;
    result += value.slice(from, at) + replacement;
    from = at + length;
    checkTextLength(result.length, limits);
  }
  return result + value.slice(from);
}
