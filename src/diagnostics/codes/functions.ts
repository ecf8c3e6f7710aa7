import { error } from "../message.ts";

/** GB307x and GB308x: arguments of library functions; GB321x: regular expressions. */
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
  badRegex: (pattern: string, reason: string) =>
    error(
      "GB3210",
      `the regular expression ${pattern} cannot be read: ${reason}`,
      "look-ahead, look-behind and references such as \\1 are not there, as they could take forever",
    ),
  regexTooLong: (longest: number) =>
    error("GB3211", `a regular expression has at most ${String(longest)} characters`),
  badRegexFlags: (found: string) =>
    error(
      "GB3212",
      `expected flags of a regular expression, found ${found}`,
      'flags are "i" (whatever the case), "m" (^ and $ at each line), "s" (. also matches line ends), "g" (all, as always)',
    ),
} as const;
