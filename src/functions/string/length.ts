import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction } from "../define.ts";

export const len = defineFunction({
  name: "LEN",
  aliases: ["LENGTH"],
  parameters: [any("value")],
  returns: "number",
  summary: "Counts the characters of a text, the items of a list or the members of an object.",
  example: `LEN("abc")  ' 3`,
  run: (_, value) => {
    if (typeof value === "string" || Array.isArray(value)) return value.length;
    return isObject(value) ? Object.keys(value).length : toText(value).length;
  },
});
