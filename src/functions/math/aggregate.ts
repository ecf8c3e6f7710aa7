import { order } from "../../runtime/value/compare.ts";
import { getMember } from "../../runtime/value/member.ts";
import { finite, toNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, list, optional, rest, text } from "../define.ts";

export const max = defineFunction({
  name: "MAX",
  parameters: [any("first"), rest(any("others"))],
  returns: "any",
  summary:
    "Gives the greatest of several values, of a list, or of one field of the objects of a list.",
  example: `MAX(3, 8, 5)  ' 8`,
  run: ([first, others]) => extreme(candidates(first, others), 1),
});

export const min = defineFunction({
  name: "MIN",
  parameters: [any("first"), rest(any("others"))],
  returns: "any",
  summary:
    "Gives the least of several values, of a list, or of one field of the objects of a list.",
  example: `MIN([3, 8, 5])  ' 3`,
  run: ([first, others]) => extreme(candidates(first, others), -1),
});

export const sum = defineFunction({
  name: "SUM",
  parameters: [list("items"), optional(text("field"))],
  returns: "number",
  summary: "Adds the numbers of a list, or of one field of its objects; null counts as nothing.",
  example: `SUM([1, 2, 3])  ' 6`,
  run: ([items, field]) => total(present(items, field)),
});

export const avg = defineFunction({
  name: "AVG",
  aliases: ["AVERAGE"],
  parameters: [list("items"), optional(text("field"))],
  returns: "number",
  summary:
    "Gives the mean of the numbers of a list, or of one field of its objects; 0 where there are none.",
  example: `AVG([1, 2, 3])  ' 2`,
  run: ([items, field]) => {
    const values = present(items, field);
    return values.length === 0 ? 0 : total(values) / values.length;
  },
});

export const count = defineFunction({
  name: "COUNT",
  parameters: [list("items"), optional(text("field"))],
  returns: "number",
  summary: "Counts the items of a list, or those whose field is set.",
  example: `COUNT(["a", "b"])  ' 2`,
  run: ([items, field]) => (field === undefined ? items : present(items, field)).length,
});

function candidates(first: Value, others: readonly Value[]): readonly Value[] {
  if (!Array.isArray(first)) return [first, ...others].filter((value) => value !== null);
  const [field] = others;
  return present(first, field === undefined ? undefined : toText(field));
}

function present(items: readonly Value[], field: string | undefined): readonly Value[] {
  const values = field === undefined ? items : items.map((item) => getMember(item, field));
  return values.filter((value) => value !== null);
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best = values[0] ?? null;
  for (const value of values) if (order(value, best) * sign > 0) best = value;
  return best;
}

function total(values: readonly Value[]): number {
  return finite(
    values.reduce<number>((sum, value) => sum + toNumber(value), 0),
    "SUM",
  );
}
