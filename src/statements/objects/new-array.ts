import { definePhraseFunction } from "../define.ts";

/** `NEW ARRAY`: a list without items. */
export const newArray = definePhraseFunction({
  pattern: "NEW ARRAY",
  also: ["CREATE ARRAY", "NEW LIST", "CREATE LIST"],
  summary: "Makes a list without items, as [ ] does.",
  example: `LET ITEMS = NEW ARRAY
ITEMS[0] = "tea"
PRINT ITEMS`,
  output: `["tea"]`,
  returns: "a list",
  run: () => [],
});
