import { defineStatement } from "../define.ts";

/** `RANDOMIZE`, for scripts that come from other BASICs. */
export const randomize = defineStatement({
  pattern: "RANDOMIZE [<seed?:any>]",
  summary:
    "Does nothing: random numbers differ from run to run anyway. It is there for scripts that come from other BASICs.",
  example: `RANDOMIZE TIMER
PRINT RANDOM(1, 6) <= 6`,
  output: "true",
  run: () => undefined,
});
