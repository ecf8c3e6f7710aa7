import { findLastText, findText } from "../../runtime/value/find.ts";
import { contains, endsWith, startsWith } from "../../runtime/value/membership.ts";
import { toNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction, number, optional, text } from "../define.ts";
import { foldCase, ignoresCase } from "./compare-mode.ts";

export const instr = defineFunction({
  name: "INSTR",
  parameters: [
    any("startOrText"),
    any("textOrPart"),
    optional(any("part")),
    optional(number("compare")),
  ],
  returns: "number",
  summary:
    "Finds a part in a text, from a place on if a number comes first; counted from 1, 0 if it is not there or empty. A compare of 1 ignores the case.",
  example: `INSTR("hello", "l")  ' 3`,
  raises: ["GB3001"],
  run: (_, first, second, third, compare) => {
    if (third === undefined) return placeOf(toText(first), toText(second), 1, compare);
    // The start stands first, as in Visual Basic; last it is understood too.
    if (typeof third === "number" && typeof first !== "number") {
      return placeOf(toText(first), toText(second), third, compare);
    }
    return placeOf(toText(second), toText(third), toNumber(first), compare);
  },
});

function placeOf(value: string, part: string, start: number, compare: number | undefined): number {
  if (part === "") return 0;
  const from = start > 1 ? Math.trunc(start) - 1 : 0;
  if (!ignoresCase(compare)) return findText(value, part, from) + 1;
  return findText(foldCase(value), foldCase(part), from) + 1;
}

export const instrReverse = defineFunction({
  name: "INSTRREV",
  parameters: [text("text"), text("part"), optional(number("start")), optional(number("compare"))],
  returns: "number",
  summary:
    "Finds the last occurrence of a part in a text, up to a place where one is given; counted from 1, 0 if it is not there or empty. A compare of 1 ignores the case.",
  example: `INSTRREV("hello", "l")  ' 4`,
  run: (_, value, part, start = -1, compare) => {
    const end = start < 0 ? value.length : Math.trunc(start);
    if (part === "" || end < part.length) return 0;
    const [within, wanted] = ignoresCase(compare)
      ? [foldCase(value), foldCase(part)]
      : [value, part];
    return findLastText(within, wanted, end - part.length) + 1;
  },
});

export const compareTexts = defineFunction({
  name: "STRCOMP",
  parameters: [text("first"), text("second"), optional(number("compare"))],
  returns: "number",
  summary:
    "Compares two texts: -1, 0 or 1 as the first one comes before, is equal or comes after. A compare of 1 ignores the case.",
  example: `STRCOMP("abc", "ABC", 1)  ' 0`,
  run: (_, first, second, compare) => {
    const [a, b] = ignoresCase(compare) ? [foldCase(first), foldCase(second)] : [first, second];
    if (a === b) return 0;
    return a < b ? -1 : 1;
  },
});

export const containsFunction = defineFunction({
  name: "CONTAINS",
  parameters: [any("container"), any("item")],
  returns: "boolean",
  summary: "Tells whether a list has an item, a text a part or an object a member.",
  example: `CONTAINS(["a", "b"], "b")  ' true`,
  run: (_, container, item) => contains(container, item),
});

export const startsWithFunction = defineFunction({
  name: "STARTSWITH",
  aliases: ["STARTS_WITH"],
  parameters: [text("text"), text("start")],
  returns: "boolean",
  summary: "Tells whether a text starts with another.",
  example: `STARTSWITH("hello", "he")  ' true`,
  run: (_, value, start) => startsWith(value, start),
});

export const endsWithFunction = defineFunction({
  name: "ENDSWITH",
  aliases: ["ENDS_WITH"],
  parameters: [text("text"), text("end")],
  returns: "boolean",
  summary: "Tells whether a text ends with another.",
  example: `ENDSWITH("hello", "lo")  ' true`,
  run: (_, value, end) => endsWith(value, end),
});
