import { checkTextLength } from "../../runtime/value/limits.ts";
import { defineFunction, text } from "../define.ts";

export const replace = defineFunction({
  name: "REPLACE$",
  parameters: [text("text"), text("old"), text("new")],
  returns: "text",
  summary: "Replaces every occurrence of one text in another.",
  example: `REPLACE$("a-b-c", "-", "+")  ' "a+b+c"`,
  run: ([value, old, replacement], { limits }) => {
    if (old === "") return value;
    const growth = replacement.length - old.length;
    if (growth > 0) checkTextLength(value.length + growth * count(value, old), limits);
    // A function, as `$&` and the like would mean something in a text.
    return value.replaceAll(old, () => replacement);
  },
});

function count(value: string, part: string): number {
  let found = 0;
  for (let at = value.indexOf(part); at !== -1; at = value.indexOf(part, at + part.length)) {
    found += 1;
  }
  return found;
}
