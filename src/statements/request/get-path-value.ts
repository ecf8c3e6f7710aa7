import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { BasicError } from "../../runtime/error.ts";
import { definePhraseFunction } from "../define.ts";

/** `GET PATH VALUE name`: what stood in the path where the handler's path has `:name`. */
export const getPathValue = definePhraseFunction({
  pattern: "GET PATH VALUE <name:text>",
  summary: "Gives what stands in the address where the path of the handler has :name.",
  example: `ON WEBHOOK GET TO "/orders/:id" DO
  PRINT "Order " + GET PATH VALUE "id"
END ON`,
  request: "/orders/42",
  output: "Order 42",
  returns: "text",
  raises: ["GB3310"],
  needs: ["request"],
  run: ({ name }, { host }) => {
    const values = host.request.current().pathValues;
    const wanted = name.replace(/^:/, "");
    const known = [...values.keys()];
    const found = known.find((key) => key.toUpperCase() === wanted.toUpperCase());
    const value = found === undefined ? undefined : values.get(found);
    if (value !== undefined) return value;
    const proposed = suggest(wanted, known);
    throw new BasicError(statementMessages.unknownPathValue(wanted, known, proposed));
  },
});
