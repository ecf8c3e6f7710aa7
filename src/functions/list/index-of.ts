import { equals } from "../../runtime/value/compare.ts";
import { findText } from "../../runtime/value/find.ts";
import { toText } from "../../runtime/value/text.ts";
import { any, defineFunction } from "../define.ts";

export const indexOf = defineFunction({
  name: "INDEXOF",
  aliases: ["INDEX_OF"],
  parameters: [any("listOrText"), any("item")],
  returns: "number",
  summary: "Finds an item in a list or a part in a text; counted from 0, -1 if it is not there.",
  example: `INDEXOF(["a", "b"], "b")  ' 1`,
  run: (_, value, item) =>
    Array.isArray(value)
      ? value.findIndex((each) => equals(each, item))
      : findText(toText(value), toText(item)),
});
