import { parseJson } from "../../runtime/value/json.ts";
import { definePhraseFunction } from "../define.ts";

/** `PARSE JSON text`, also `JSON PARSE text`: the value that JSON text describes. */
export const parseJsonPhrase = definePhraseFunction({
  pattern: "PARSE JSON <text:text>",
  also: ["JSON PARSE <text:text>"],
  summary: "Turns JSON text into an object, a list or whatever else it describes.",
  example: `LET ORDER = PARSE JSON "{ ""id"": 42 }"
PRINT ORDER.id`,
  output: "42",
  returns: "an object, a list or whatever else the text describes",
  raises: ["GB3020", "GB3021", "GB3022", "GB3091"],
  run: ({ text }, { limits }) => parseJson(text, limits),
});
