import { parseJson, toJson } from "../../runtime/value/json.ts";
import { any, defineFunction, number, optional, text } from "../define.ts";

const DEEPEST_INDENT = 10;

export const json = defineFunction({
  name: "JSON$",
  aliases: ["TOJSON", "TO_JSON", "JSON_STRINGIFY", "JSONSTRINGIFY"],
  parameters: [any("value"), optional(number("indent"))],
  returns: "text",
  summary: "Writes a value as JSON, on several lines where an indent is given.",
  example: `JSON([1, "a", NULL])  ' "[1,\\"a\\",null]"`,
  raises: ["GB3023"],
  run: ({ limits }, value, indent = 0) => {
    const blanks = Math.max(0, Math.min(DEEPEST_INDENT, Math.trunc(indent)));
    return toJson(value, blanks, limits.textLength);
  },
});

export const parseJsonFunction = defineFunction({
  name: "PARSEJSON",
  aliases: ["PARSE_JSON", "JSON_PARSE", "JSONPARSE", "FROMJSON", "FROM_JSON"],
  parameters: [text("text")],
  returns: "any",
  summary: "Reads a value from JSON.",
  example: `PARSEJSON("[1, 2]")  ' [1, 2]`,
  raises: ["GB3020", "GB3021", "GB3022", "GB3091"],
  run: ({ limits }, value) => parseJson(value, limits),
});
