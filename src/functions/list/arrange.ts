import { order } from "../../runtime/value/compare.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, list, number, optional, text } from "../define.ts";
import { fieldOf } from "../table/field.ts";

export const sort = defineFunction({
  name: "SORT",
  parameters: [list("list"), optional(text("field")), optional(text("direction"))],
  returns: "list",
  summary:
    'Gives a list in order, by one field of its objects where one is named; "DESC" turns it round.',
  example: `SORT([3, 1, 2])  ' [1, 2, 3]`,
  run: (_, items, field = "", direction = "") => {
    // SORT(list, "DESC") has no field: no object has one of that name.
    const isReversed = /^desc/i.test(direction) || (direction === "" && /^desc$/i.test(field));
    const isPlain = field === "" || (direction === "" && /^(?:asc|desc)$/i.test(field));
    const key = (item: Value) => (isPlain ? item : fieldOf(item, field));
    const sign = isReversed ? -1 : 1;
    return items.toSorted((a, b) => sign * order(key(a), key(b)));
  },
});

export const unique = defineFunction({
  name: "UNIQUE",
  aliases: ["DISTINCT"],
  parameters: [list("list")],
  returns: "list",
  summary: "Gives a list without the items whose text was there before.",
  example: `UNIQUE([1, 2, 1])  ' [1, 2]`,
  run: (_, items) => {
    const met = new Set<string>();
    return items.filter((item) => {
      const key = toText(item);
      const isNew = !met.has(key);
      met.add(key);
      return isNew;
    });
  },
});

export const reverse = defineFunction({
  name: "REVERSE",
  aliases: ["STRREVERSE"],
  parameters: [any("listOrText")],
  returns: "any",
  summary: "Gives a list or a text back to front.",
  example: `REVERSE("abc")  ' "cba"`,
  run: (_, value) =>
    Array.isArray(value) ? value.toReversed() : Array.from(toText(value)).reverse().join(""),
});

export const slice = defineFunction({
  name: "SLICE",
  parameters: [any("listOrText"), number("start"), optional(number("end"))],
  returns: "any",
  summary:
    "Gives the part of a list or text from one 0-based index up to, but without, another; negative ones count from the end.",
  example: `SLICE(["a", "b", "c"], 1, 3)  ' ["b", "c"]`,
  run: (_, value, start, end) => (Array.isArray(value) ? value : toText(value)).slice(start, end),
});
