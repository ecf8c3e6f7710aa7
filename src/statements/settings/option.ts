import { defineStatement } from "../define.ts";

/** `OPTION EXPLICIT` and its kin, for scripts that come from Visual Basic. */
export const option = defineStatement({
  pattern:
    "OPTION (BASE <base?:any> | <what?:word(EXPLICIT|STRICT|INFER|COMPARE|PRIVATE)> [<how?:word>])",
  summary:
    "Does nothing: it is there for scripts that come from Visual Basic. `gbasic check` warns of names that are never set, lists begin with 0, and texts are compared with regard to case.",
  example: `OPTION EXPLICIT
LET TOTAL = 3
PRINT TOTAL`,
  output: "3",
  run: () => undefined,
});
