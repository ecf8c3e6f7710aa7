import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import { any, defineFunction, optional } from "../define.ts";
import { readAggregate } from "./aggregates.ts";
import { present } from "./field.ts";
import { rowsOf } from "./rows.ts";

export const aggregate = defineFunction({
  name: "AGGREGATE",
  parameters: [any("operation"), any("list"), optional(any("field"))],
  returns: "any",
  summary:
    "Computes the SUM, AVG, COUNT, MIN or MAX of a list or of one field of its objects; null counts as nothing. The list may come first.",
  example: `AGGREGATE("SUM", [{ "n": 1 }, { "n": 2 }], "n")  ' 3`,
  raises: ["GB3001", "GB3003", "GB3225", "GB3228"],
  run: (_, first, second, third) => {
    const isFirst = readAggregate(first) !== undefined;
    const compute = readAggregate(isFirst ? first : second);
    if (compute === undefined) {
      const found = typeof first === "string" ? first : second;
      throw new BasicError(functionMessages.unknownAggregate(describe(found)));
    }
    const rows = rowsOf(isFirst ? second : first);
    const field = third === undefined || third === null ? undefined : toText(third);
    return compute(present(rows, field));
  },
});
