import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { defineFunction, number, optional, text } from "../define.ts";
import { foldCase, ignoresCase } from "./compare-mode.ts";

type TextLimits = Pick<ValueLimits, "textLength">;

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
  run: ([value, old, replacement, start = 1, count = -1, compare], { limits }) => {
    const part = start <= 1 ? value : value.slice(Math.trunc(start) - 1);
    if (old === "") return part;
    if (count < 0 && !ignoresCase(compare)) return replaceAll(part, old, replacement, limits);
    const [within, wanted] = ignoresCase(compare) ? [foldCase(part), foldCase(old)] : [part, old];
    const places = findAll(within, wanted, count < 0 ? Infinity : Math.trunc(count));
    return replaceAt(part, places, old.length, replacement, limits);
  },
});

function replaceAll(value: string, old: string, replacement: string, limits: TextLimits): string {
  const growth = replacement.length - old.length;
  if (growth > 0) checkTextLength(value.length + growth * countOf(value, old), limits);
  // A function, as `$&` and the like would mean something in a text.
  return value.replaceAll(old, () => replacement);
}

function countOf(value: string, part: string): number {
  let found = 0;
  for (let at = value.indexOf(part); at !== -1; at = value.indexOf(part, at + part.length)) {
    found += 1;
  }
  return found;
}

function* findAll(within: string, wanted: string, most: number): Generator<number> {
  let at = within.indexOf(wanted);
  for (let found = 0; at !== -1 && found < most; found += 1) {
    yield at;
    at = within.indexOf(wanted, at + wanted.length);
  }
}

function replaceAt(
  value: string,
  places: Iterable<number>,
  length: number,
  replacement: string,
  limits: TextLimits,
): string {
  const parts: string[] = [];
  let from = 0;
  let grown = value.length;
  for (const at of places) {
    grown += replacement.length - length;
    checkTextLength(grown, limits);
    parts.push(value.slice(from, at), replacement);
    from = at + length;
  }
  parts.push(value.slice(from));
  return parts.join("");
}
