import { checkListLength, checkTextLength } from "../../runtime/value/limits.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { defineFunction, optional, text, type FunctionEntry } from "../define.ts";
import { createPatternReader } from "./pattern.ts";
import { fillReplacement } from "./replacement.ts";

const PARAMETERS = [text("text"), text("pattern"), optional(text("flags"))] as const;
const readPattern = createPatternReader();

const test = defineFunction({
  name: "REGEX_TEST",
  aliases: ["REGEXTEST", "REGEXMATCH", "REGEXP_LIKE"],
  parameters: PARAMETERS,
  returns: "boolean",
  summary:
    'Tells whether a regular expression matches somewhere in a text. Flags: "i" ignores the case, "m" lets ^ and $ match at each line, "s" lets a dot match a line end.',
  example: `REGEX_TEST("Order 42", "\\\\d+")  ' true`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: (_, value, pattern, flags = "") => readPattern(pattern, flags).first(value) !== undefined,
});

const match = defineFunction({
  name: "REGEX_MATCH",
  aliases: ["REGEX_EXTRACT", "REGEXEXTRACT"],
  parameters: PARAMETERS,
  returns: "any",
  summary: "Gives the first match of a regular expression in a text; null where there is none.",
  example: `REGEX_MATCH("Order 42", "\\\\d+")  ' "42"`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: (_, value, pattern, flags = "") =>
    readPattern(pattern, flags).first(value)?.groups[0] ?? null,
});

const groups = defineFunction({
  name: "REGEX_GROUPS",
  parameters: PARAMETERS,
  returns: "any",
  summary:
    "Gives what the groups of the first match hold: an object where they have names, as in (?<id>…), else a list; null where there is no match.",
  example: `REGEX_GROUPS("ana@example.com", "(\\\\w+)@(\\\\w+)")  ' ["ana", "example"]`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: (_, value, pattern, flags = "") => {
    const found = readPattern(pattern, flags).first(value);
    if (found === undefined) return null;
    if (found.names.size === 0) return found.groups.slice(1);
    return objectFrom([...found.names].map(([name, at]) => [name, found.groups[at] ?? null]));
  },
});

const matches = defineFunction({
  name: "REGEX_MATCHES",
  parameters: PARAMETERS,
  returns: "list",
  summary: "Gives all matches of a regular expression in a text.",
  example: `REGEX_MATCHES("1, 22 and 333", "\\\\d+")  ' ["1", "22", "333"]`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: ({ limits }, value, pattern, flags = "") => {
    const found: (string | null)[] = [];
    for (const { groups } of readPattern(pattern, flags).all(value)) {
      checkListLength(found.length + 1, limits);
      found.push(groups[0] ?? null);
    }
    return found;
  },
});

const replace = defineFunction({
  name: "REGEX_REPLACE$",
  aliases: ["REGEXREPLACE", "REGEXP_REPLACE"],
  parameters: [text("text"), text("pattern"), text("replacement"), optional(text("flags"))],
  returns: "text",
  summary:
    "Replaces all matches of a regular expression in a text; $1 in the replacement is the first group, $& the whole match.",
  example: `REGEX_REPLACE("11 98765-4321", "[^0-9]", "")  ' "11987654321"`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: ({ limits }, value, pattern, replacement, flags = "") => {
    const references = replacement.split("$").length - 1;
    let result = "";
    let from = 0;
    for (const found of readPattern(pattern, flags).all(value)) {
      const growth = replacement.length + references * (found.end - found.start);
      checkTextLength(result.length + found.start - from + growth, limits);
      result += value.slice(from, found.start) + fillReplacement(replacement, found);
      from = found.end;
    }
    return result + value.slice(from);
  },
});

const split = defineFunction({
  name: "REGEX_SPLIT",
  parameters: PARAMETERS,
  returns: "list",
  summary: "Cuts a text at every match of a regular expression.",
  example: `REGEX_SPLIT("a, b;c", "[,;] *")  ' ["a", "b", "c"]`,
  raises: ["GB3006", "GB3210", "GB3211", "GB3212"],
  run: ({ limits }, value, pattern, flags = "") => {
    const parts: string[] = [];
    let from = 0;
    for (const { start, end } of readPattern(pattern, flags).all(value)) {
      // An empty match at either end would cut off an empty part.
      if (start === end && (start === 0 || start === value.length)) continue;
      checkListLength(parts.length + 2, limits);
      parts.push(value.slice(from, start));
      from = end;
    }
    parts.push(value.slice(from));
    return parts;
  },
});

/** The functions for regular expressions. */
export const regexFunctions: readonly FunctionEntry[] = [
  test,
  match,
  groups,
  matches,
  replace,
  split,
];
