import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";

/** `PRINT value`: appends to the response in a handler, writes a line elsewhere. */
export const print = defineStatement({
  pattern: "PRINT [<items?:shown>]",
  summary:
    "Appends a line to the response in a handler; elsewhere writes a line to standard output. Several values are joined with a blank, or with nothing where a ; stands between them; a list or object is written as JSON.",
  example: `PRINT "The sum is", 1 + 2`,
  output: "The sum is 3",
  raises: ["GB3205"],
  needs: ["output"],
  run: ({ items = [] }, { host, place }) => {
    const [first = "", ...others] = items;
    // One value goes out as it is: a list or object makes the response JSON.
    host.output.print(others.length === 0 ? first : items.map(toText).join(" "), place);
  },
});
