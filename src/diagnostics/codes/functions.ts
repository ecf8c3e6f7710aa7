import { error } from "../message.ts";

/** GB307x, GB308x and GB338x: arguments of library functions; GB321x: regular expressions. */
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
    error(
      "GB3211",
      `a regular expression has at most ${String(longest)} characters`,
      "use several shorter ones; the limit is fixed, as the time of a match grows with its pattern",
    ),
  badRegexFlags: (found: string) =>
    error(
      "GB3212",
      `expected flags of a regular expression, found ${found}`,
      'flags are "i" (whatever the case), "m" (^ and $ at each line), "s" (. also matches line ends), "g" (all, as always)',
    ),
  badCriterion: (source: string, expected: string, found: string) =>
    error(
      "GB3220",
      `the criterion ${source} cannot be read: expected ${expected}, found ${found}`,
      "write it like \"status = 'open' AND price > 10\"",
    ),
  criterionTooLong: (longest: number) =>
    error(
      "GB3221",
      `a criterion has at most ${String(longest)} characters`,
      "filter in several steps; the limit is fixed, as each item of the list has to be tried",
    ),
  notInCriterion: (name: string) =>
    error(
      "GB3222",
      `a criterion cannot call ${name}`,
      "calculate the value before, or go through the list with FOR EACH",
    ),
  criterionArguments: (name: string, count: number) =>
    error(
      "GB3223",
      `${name} in a criterion has the wrong number of arguments: ${String(count)}`,
      `\`npx gbasic help ${name}\` shows which it takes`,
    ),
  listTooLongForCriterion: () =>
    error(
      "GB3224",
      "the list is too long for a criterion of this length",
      "filter it by something shorter first, or look at a part of it with SLICE; the limit is fixed, so that no list holds up other requests",
    ),
  criterionTooDeep: (levels: number) =>
    error(
      "GB3380",
      `a criterion has brackets, signs and NOT at most ${String(levels)} levels deep`,
      "filter in several steps; the limit is fixed, as nested brackets fill gbasic's stack",
    ),
  formatTooLong: (longest: number) =>
    error(
      "GB3381",
      `a pattern of FORMAT has at most ${String(longest)} characters`,
      "join texts with & around the formatted value; the limit is fixed, as each value is tried against its pattern",
    ),
  notRows: (found: string) =>
    error(
      "GB3228",
      `expected a list, found ${found}`,
      "gbasic has no tables of its own; read rows from JSON or a service first",
    ),
  unknownOperator: (found: string) =>
    error("GB3226", `expected an operator such as = or >, found "${found}"`),
  badAggregates: (found: string) =>
    error(
      "GB3227",
      `expected an object of aggregates, found ${found}`,
      'write { "total": "SUM(amount)", "rows": "COUNT(*)" }',
    ),
  unknownAggregate: (found: string) =>
    error("GB3225", `expected SUM, AVG, COUNT, MIN or MAX, found ${found}`),
} as const;
