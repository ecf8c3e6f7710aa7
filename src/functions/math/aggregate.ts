import { order } from "../../runtime/value/compare.ts";
import { finite, toNumber } from "../../runtime/value/number.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, rest } from "../define.ts";
import { present } from "../table/field.ts";

const FIRST = any("listOrValue");
const OTHERS = rest(any("fieldOrValues"));

export const max = defineFunction({
  name: "MAX",
  parameters: [FIRST, OTHERS],
  returns: "any",
  summary:
    "Gives the greatest of several values, of a list, or of one field of the objects of a list.",
  example: `MAX(3, 8, 5)  ' 8`,
  run: (_, first, others) => greatest(gathered(first, others)),
});

export const min = defineFunction({
  name: "MIN",
  parameters: [FIRST, OTHERS],
  returns: "any",
  summary:
    "Gives the least of several values, of a list, or of one field of the objects of a list.",
  example: `MIN([3, 8, 5])  ' 3`,
  run: (_, first, others) => least(gathered(first, others)),
});

export const sum = defineFunction({
  name: "SUM",
  parameters: [FIRST, OTHERS],
  returns: "number",
  summary:
    "Adds several numbers, those of a list, or of one field of its objects; null counts as nothing.",
  example: `SUM([1, 2, 3])  ' 6`,
  raises: ["GB3001"],
  run: (_, first, others) => total(gathered(first, others)),
});

export const avg = defineFunction({
  name: "AVG",
  aliases: ["AVERAGE", "MEAN"],
  parameters: [FIRST, OTHERS],
  returns: "number",
  summary:
    "Gives the mean of several numbers, of those of a list, or of one field of its objects; 0 where there are none.",
  example: `AVG([1, 2, 3])  ' 2`,
  raises: ["GB3001"],
  run: (_, first, others) => mean(gathered(first, others)) ?? 0,
});

export const count = defineFunction({
  name: "COUNT",
  parameters: [FIRST, OTHERS],
  returns: "number",
  summary: "Counts the items of a list, or those whose field is set.",
  example: `COUNT(["a", "b"])  ' 2`,
  run: (_, first, others) => {
    if (first === null && others.length === 0) return 0;
    return others.length === 0 && Array.isArray(first)
      ? first.length
      : gathered(first, others).length;
  },
});

/** Gives the greatest of some values; null where there are none. */
export function greatest(values: readonly Value[]): Value {
  return extreme(values, 1);
}

/** Gives the least of some values; null where there are none. */
export function least(values: readonly Value[]): Value {
  return extreme(values, -1);
}

/** Adds numbers. @throws BasicError GB3001 for what is none, GB3003 for too large a sum */
export function total(values: readonly Value[]): number {
  let sum = 0;
  for (const value of values) sum += toNumber(value);
  return finite(sum, "SUM");
}

/** Gives the mean of numbers; undefined where there are none. @throws BasicError as `total` does */
export function mean(values: readonly Value[]): number | undefined {
  return values.length === 0 ? undefined : total(values) / values.length;
}

/** A text after a list names a field; anything else is one more value, or a list of them. */
function gathered(first: Value, others: readonly Value[]): readonly Value[] {
  const [field] = others;
  if (Array.isArray(first) && typeof field === "string" && others.length === 1) {
    return present(first, field);
  }
  return present([first, ...others].flat());
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best = values[0] ?? null;
  for (const value of values) if (order(value, best) * sign > 0) best = value;
  return best;
}
