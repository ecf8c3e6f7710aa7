import { objectFrom } from "../../runtime/value/member.ts";
import { definePhraseFunction } from "../define.ts";

/** `NEW OBJECT`: an object without members. */
export const newObject = definePhraseFunction({
  pattern: "NEW OBJECT",
  also: ["CREATE OBJECT"],
  summary: "Makes an object without members, as { } does.",
  example: `LET ORDER = NEW OBJECT
ORDER.id = 42
PRINT ORDER`,
  output: `{"id":42}`,
  returns: "an object",
  run: () => objectFrom([]),
});
