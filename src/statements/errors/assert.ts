import { errorMessages } from "../../diagnostics/codes/errors.ts";
import { BasicError } from "../../runtime/error.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import { defineStatement } from "../define.ts";

/** `ASSERT condition, "message"`: an error where the condition is not true. */
export const assert = defineStatement({
  pattern: "ASSERT <condition:any>[, <message?:text>]",
  summary: "Raises an error with this message where a condition is not true.",
  example: `LET AMOUNT = -5
TRY
  ASSERT AMOUNT > 0, "the amount must be positive"
CATCH E
  PRINT E
END TRY`,
  output: "the amount must be positive",
  raises: ["GB3051"],
  run({ condition, message }) {
    if (!isTrue(condition)) throw new BasicError(errorMessages.assertionFailed(message ?? ""));
  },
});
