import type { FunctionEntry } from "../define.ts";
import { aggregate } from "./aggregate.ts";
import { fill } from "./fill.ts";
import { filter, map } from "./filter.ts";
import { groupBy } from "./group.ts";
import { pivot } from "./pivot.ts";

/** The functions that work on lists of objects as on the rows of a table. */
export const tableFunctions: readonly FunctionEntry[] = [
  filter,
  map,
  aggregate,
  groupBy,
  pivot,
  fill,
];
