import { findAllTexts } from "../../runtime/value/find.ts";
import { checkListLength, checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, list, number, optional, text } from "../define.ts";
import { joinLists } from "../table/join.ts";

export const split = defineFunction({
  name: "SPLIT",
  parameters: [text("text"), optional(text("separator")), optional(number("limit"))],
  returns: "list",
  summary:
    "Cuts a text at every separator, a blank where none is given; an empty one cuts it into characters. With a limit, the last part holds the rest.",
  example: `SPLIT("a,b,c", ",")  ' ["a", "b", "c"]`,
  run: ({ limits }, value, separator = " ", limit = -1) => {
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
  parameters: [list("items"), optional(any("separatorOrList")), optional(text("field"))],
  returns: "any",
  summary:
    "Joins the items of a list to one text, with a separator between; a comma where none is given. With two lists and a field, joins their objects that have the same value in it.",
  example: `JOIN$(["a", "b"], " + ")  ' "a + b"`,
  run: ({ limits }, items, second = ",", field) => {
    if (Array.isArray(second)) return joinLists(items, second, field ?? "id", limits);
    return joinTexts(items, toText(second), limits);
  },
});

function joinTexts(
  items: readonly Value[],
  separator: string,
  limits: Pick<ValueLimits, "textLength">,
): string {
  const parts: string[] = [];
  let length = 0;
  for (const item of items) {
    const part = toText(item);
    length += part.length + (parts.length === 0 ? 0 : separator.length);
    checkTextLength(length, limits);
    parts.push(part);
  }
  return parts.join(separator);
}
