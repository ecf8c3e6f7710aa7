import { contains, endsWith, startsWith } from "../../runtime/value/membership.ts";
import { toNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction, optional, text } from "../define.ts";

export const instr = defineFunction({
  name: "INSTR",
  parameters: [any("startOrText"), any("textOrPart"), optional(any("part"))],
  returns: "number",
  summary:
    "Finds a part in a text, from a place on if a number comes first; counted from 1, 0 if it is not there.",
  example: `INSTR("hello", "l")  ' 3`,
  run: ([first, second, third]) => {
    if (third === undefined) return toText(first).indexOf(toText(second)) + 1;
    const from = Math.max(1, Math.trunc(toNumber(first)));
    return toText(second).indexOf(toText(third), from - 1) + 1;
  },
});

export const containsFunction = defineFunction({
  name: "CONTAINS",
  parameters: [any("container"), any("item")],
  returns: "boolean",
  summary: "Tells whether a list has an item, a text a part or an object a member.",
  example: `CONTAINS(["a", "b"], "b")  ' true`,
  run: ([container, item]) => contains(container, item),
});

export const startsWithFunction = defineFunction({
  name: "STARTSWITH",
  aliases: ["STARTS_WITH"],
  parameters: [text("text"), text("start")],
  returns: "boolean",
  summary: "Tells whether a text starts with another.",
  example: `STARTSWITH("hello", "he")  ' true`,
  run: ([value, start]) => startsWith(value, start),
});

export const endsWithFunction = defineFunction({
  name: "ENDSWITH",
  aliases: ["ENDS_WITH"],
  parameters: [text("text"), text("end")],
  returns: "boolean",
  summary: "Tells whether a text ends with another.",
  example: `ENDSWITH("hello", "lo")  ' true`,
  run: ([value, end]) => endsWith(value, end),
});
