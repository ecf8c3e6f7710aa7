import type { FunctionEntry } from "./define.ts";
import { functions } from "./index.ts";
import { append, pop, splice } from "./list/change.ts";
import { reverse, slice, sort, unique } from "./list/arrange.ts";
import { indexOf } from "./list/index-of.ts";
import { hasKey, keys, values } from "./list/members.ts";
import { str } from "./conversion/text.ts";
import { lower, upper } from "./string/case.ts";
import { len } from "./string/length.ts";
import { replace } from "./string/replace.ts";
import { containsFunction, endsWithFunction, startsWithFunction } from "./string/search.ts";
import { join, split } from "./string/split-join.ts";
import { trim, ltrim, rtrim } from "./string/trim.ts";
import { padLeft, padRight } from "./string/repeat.ts";

/**
 * The names of methods in other languages, for functions that may be called on a value, `text.trim()`.
 * By method name in upper case. `.length` without parentheses is a member, not a method.
 */
export const methodNames: ReadonlyMap<string, FunctionEntry> = new Map<string, FunctionEntry>([
  ["LENGTH", len],
  ["TRIM", trim],
  ["TRIMSTART", ltrim],
  ["TRIMEND", rtrim],
  ["TOUPPERCASE", upper],
  ["TOUPPER", upper],
  ["UPPER", upper],
  ["TOLOWERCASE", lower],
  ["TOLOWER", lower],
  ["LOWER", lower],
  ["TOSTRING", str],
  ["REPLACE", replace],
  ["REPLACEALL", replace],
  ["SPLIT", split],
  ["JOIN", join],
  ["PADSTART", padLeft],
  ["PADEND", padRight],
  ["CONTAINS", containsFunction],
  ["INCLUDES", containsFunction],
  ["STARTSWITH", startsWithFunction],
  ["ENDSWITH", endsWithFunction],
  ["INDEXOF", indexOf],
  ["SLICE", slice],
  ["REVERSE", reverse],
  ["SORT", sort],
  ["UNIQUE", unique],
  ["PUSH", append],
  ["APPEND", append],
  ["POP", pop],
  ["SPLICE", splice],
  ["KEYS", keys],
  ["VALUES", values],
  ["HASKEY", hasKey],
  ["HASOWNPROPERTY", hasKey],
  ["CONTAINSKEY", hasKey],
  ["SIZE", len],
  ["ADD", append],
  ["TO_UPPER", upper],
  ["TO_LOWER", lower],
  ["TO_STRING", str],
]);

/** Functions that do not begin with the value that they are about, or that are about none. */
const NO_METHODS: ReadonlySet<string> = new Set(
  "INSTR STRING AGGREGATE IIF CHOOSE SWITCH LOG RND RANDOM DATESERIAL TIMESERIAL".split(" "),
);
/** In other languages these count from 0 where the function counts from 1. */
const COUNTED_OTHERWISE: ReadonlySet<string> = new Set(["SUBSTR", "SUBSTRING"]);

/**
 * Every function that may be called on a value, which becomes its first argument: those with names of
 * other languages, and each function by its own names. By method name in upper case.
 */
export const methods: ReadonlyMap<string, FunctionEntry> = new Map([
  ...functions.filter(beginsWithValue).flatMap(namesOf),
  ...methodNames,
]);

function beginsWithValue({ name, parameters: [first] }: FunctionEntry): boolean {
  return first?.mode === "required" && !NO_METHODS.has(name);
}

function namesOf(entry: FunctionEntry): (readonly [string, FunctionEntry])[] {
  const names = [entry.name, ...entry.aliases].filter((name) => !COUNTED_OTHERWISE.has(name));
  return names.map((name) => [name, entry]);
}
