import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, number, optional } from "../define.ts";

export const first = defineFunction({
  name: "FIRST",
  parameters: [any("listOrText"), optional(number("count"))],
  returns: "any",
  summary:
    "Gives the first item of a list or word of a text, or the first ones where a count is given.",
  example: `FIRST(["a", "b"])  ' "a"`,
  run: ([value, count]) => {
    const items = itemsOf(value);
    if (count === undefined) return items[0] ?? emptyOf(value);
    return regroup(value, items.slice(0, Math.max(0, count)));
  },
});

export const last = defineFunction({
  name: "LAST",
  parameters: [any("listOrText"), optional(number("count"))],
  returns: "any",
  summary:
    "Gives the last item of a list or word of a text, or the last ones where a count is given.",
  example: `LAST("one two three")  ' "three"`,
  run: ([value, count]) => {
    const items = itemsOf(value);
    if (count === undefined) return items.at(-1) ?? emptyOf(value);
    return regroup(value, items.slice(Math.max(0, items.length - Math.max(0, Math.trunc(count)))));
  },
});

function itemsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  return toText(value)
    .split(/\s+/)
    .filter((word) => word !== "");
}

function emptyOf(value: Value): Value {
  return Array.isArray(value) ? null : "";
}

function regroup(value: Value, items: readonly Value[]): Value {
  return Array.isArray(value) ? [...items] : items.map(toText).join(" ");
}
