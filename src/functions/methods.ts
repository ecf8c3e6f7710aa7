import type { FunctionEntry } from "./define.ts";
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
 * The functions that may be called on a value, `text.trim()`, which becomes their first argument.
 * By method name in upper case. `.length` without parentheses is a member, not a method.
 */
export const methods: ReadonlyMap<string, FunctionEntry> = new Map<string, FunctionEntry>([
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
]);
