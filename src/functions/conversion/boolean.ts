import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { parseNumber } from "../../runtime/value/number.ts";
import { describe } from "../../runtime/value/text.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import { any, defineFunction } from "../define.ts";

const WORDS = new Map([
  ["true", true],
  ["false", false],
  ["", false],
]);

export const cbool = defineFunction({
  name: "CBOOL",
  parameters: [any("value")],
  returns: "boolean",
  summary:
    'Converts to true or false; the texts "true" and "false" and numeric texts count as what they say.',
  example: `CBOOL("false")  ' false`,
  raises: ["GB3004"],
  run: (_, value) => {
    if (typeof value !== "string") return isTrue(value);
    const word = WORDS.get(value.trim().toLowerCase());
    if (word !== undefined) return word;
    const number = parseNumber(value);
    if (number === undefined) throw new BasicError(valueMessages.notBoolean(describe(value)));
    return number !== 0;
  },
});
