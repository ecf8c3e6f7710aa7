import { groupedDigits } from "../grouped-digits.ts";
import { error } from "../message.ts";

/** GB310x: limits of a run; GB311x: loops and lists; GB312x: the end of a run from outside. */
export const runMessages = {
  tooManySteps: (limit: number) =>
    error(
      "GB3101",
      `stopped after ${groupedDigits(limit)} loop turns and calls, which is the limit`,
      "look for a loop that never ends; GBASIC_MAX_STEPS sets the limit",
    ),
  tooDeep: (limit: number) =>
    error(
      "GB3102",
      `more than ${String(limit)} calls inside each other, which is the limit`,
      "look for a SUB or FUNCTION that calls itself without end; GBASIC_MAX_DEPTH sets the limit",
    ),
  stackFull: () =>
    error(
      "GB3103",
      "calls and expressions are nested too deeply inside each other",
      "look for a SUB or FUNCTION that calls itself without end; a lower GBASIC_MAX_DEPTH tells sooner which",
    ),
  zeroStep: () =>
    error(
      "GB3111",
      "the STEP of this loop is 0, so it would never end",
      "use a STEP above or below 0",
    ),
  badDelay: (found: string, most: string) =>
    error(
      "GB3150",
      `SPAWN … AFTER waits from 0 SECONDS to ${most}, found ${found}`,
      "look at where the number comes from; for a time further away, spawn a SUB that spawns it again",
    ),
  notIterable: (kind: string) =>
    error(
      "GB3112",
      `FOR EACH needs a list or an object, found ${kind}`,
      'make a list of a text with SPLIT(text, ","), or put one value in [ ]',
    ),
  badBound: (found: string) =>
    error(
      "GB3113",
      `DIM needs a whole number that is 0 or more, found ${found}`,
      "write the highest index, as in DIM PRICES(9)",
    ),
  tooMuchMemory: (megabytes: number) =>
    error(
      "GB3382",
      `stopped because gbasic would need more than ${megabytes} MB of memory, which is the limit`,
      "keep less in variables at a time; GBASIC_MAX_MEMORY sets the limit",
    ),
  cancelled: () => error("GB3121", "the run was stopped from outside before it ended"),
} as const;
