import type { FunctionEntry } from "../define.ts";
import { reverse, slice, sort, unique } from "./arrange.ts";
import { lbound, ubound } from "./bounds.ts";
import { append, array, pop, splice } from "./change.ts";
import { first, last } from "./ends.ts";
import { indexOf } from "./index-of.ts";
import { hasKey, keys, values } from "./members.ts";

/** The functions for lists and objects. */
export const listFunctions: readonly FunctionEntry[] = [
  ubound,
  lbound,
  first,
  last,
  append,
  pop,
  splice,
  array,
  sort,
  unique,
  reverse,
  slice,
  indexOf,
  keys,
  values,
  hasKey,
];
