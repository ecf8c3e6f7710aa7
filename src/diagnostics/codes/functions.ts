import { error } from "../message.ts";

/** GB307x and GB308x: arguments of library functions. */
export const functionMessages = {
  unknownChoice: (found: string, known: string) =>
    error("GB3070", `expected one of ${known}, found ${found}`),
  unpairedCondition: () =>
    error(
      "GB3071",
      "SWITCH needs a value after each condition",
      'write SWITCH(a > 1, "many", TRUE, "few")',
    ),
  outOfRange: (least: number, most: number, found: string) =>
    error("GB3072", `expected a number from ${String(least)} to ${String(most)}, found ${found}`),
  unknownPart: (found: string) =>
    error(
      "GB3073",
      `expected a part of a date, found ${found}`,
      'parts are "yyyy", "q", "m", "y", "d", "w", "ww", "h", "n" and "s"',
    ),
} as const;
