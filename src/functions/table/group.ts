import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { toAggregate } from "./aggregates.ts";
import { fieldOf, present } from "./field.ts";
import { rowsOf } from "./rows.ts";

/** The items of a list that have the same value in a field. */
export interface Group {
  readonly key: Value;
  readonly items: Value[];
}

export const groupBy = defineFunction({
  name: "GROUP_BY",
  aliases: ["GROUPBY"],
  parameters: [any("list"), text("field"), optional(any("aggregates"))],
  returns: "list",
  summary:
    'Puts the objects of a list that have the same value in a field together: a list of objects with key, items, count and what the aggregates ask for, such as {"total": "SUM(amount)"}.',
  example: `MAP(GROUP_BY([{ "a": "x" }, { "a": "y" }, { "a": "x" }], "a"), "count")  ' [2, 1]`,
  raises: ["GB3001", "GB3003", "GB3225", "GB3227", "GB3228"],
  run: (_, list, field, aggregates = null) => {
    const wanted = readAggregates(aggregates);
    return groupsOf(rowsOf(list), field).map(({ key, items: members }) =>
      objectFrom([
        ["key", key],
        ["items", members],
        ["count", members.length],
        ...wanted.map(({ name, compute }) => [name, compute(members)] as const),
      ]),
    );
  },
});

/** Groups items by the text of a field, in the order in which each value comes first. */
export function groupsOf(items: readonly Value[], field: string): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const key = fieldOf(item, field);
    const text = toText(key);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { key, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()];
}

function readAggregates(aggregates: Value) {
  if (aggregates === null) return [];
  if (!isObject(aggregates)) {
    throw new BasicError(functionMessages.badAggregates(describe(aggregates)));
  }
  return Object.entries(aggregates).map(([name, written]) => {
    const match = /^\s*(\w+)\s*\(([^()]*)\)\s*$/.exec(toText(written));
    const [, operation, argument = ""] = match ?? [];
    if (operation === undefined) {
      throw new BasicError(functionMessages.badAggregates(describe(written)));
    }
    const aggregate = toAggregate(operation);
    const field = argument.trim();
    const isAll = field === "*" || field === "";
    const compute = (items: readonly Value[]) => aggregate(isAll ? items : present(items, field));
    return { name, compute };
  });
}
