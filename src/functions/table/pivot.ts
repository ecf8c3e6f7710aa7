import { checkListLength } from "../../runtime/value/limits.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { toAggregate, type Aggregate } from "./aggregates.ts";
import { present } from "./field.ts";
import { groupsOf } from "./group.ts";
import { rowsOf } from "./rows.ts";

export const pivot = defineFunction({
  name: "PIVOT",
  parameters: [
    any("list"),
    text("rowField"),
    text("columnField"),
    optional(text("valueField")),
    optional(text("aggregate")),
  ],
  returns: "list",
  summary:
    "Makes a table of the objects of a list: a row for each value of one field, a column for each value of another, in each place the sum (or another aggregate) of a third. With two fields, the sum of the second for each value of the first.",
  example: `PIVOT([{ "a": "x", "n": 1 }, { "a": "x", "n": 2 }], "a", "n")  ' [{ "a": "x", "n": 3 }]`,
  raises: ["GB3001", "GB3003", "GB3225", "GB3228"],
  run: ({ limits }, list, row, column, value, aggregate = "SUM") => {
    const items = rowsOf(list);
    const compute = toAggregate(aggregate);
    if (value === undefined) return summed(items, row, column, compute);
    const columns = groupsOf(items, column).map(({ key }) => toText(key));
    const rows = groupsOf(items, row);
    checkListLength(rows.length * columns.length, limits);
    return rows.map(({ key, items: members }) => {
      const cells = new Map(
        groupsOf(members, column).map((group) => [toText(group.key), group.items]),
      );
      return objectFrom([
        ["row_header", key],
        [row, key],
        ...columns.map((name) => [name, compute(present(cells.get(name) ?? [], value))] as const),
      ]);
    });
  },
});

function summed(items: readonly Value[], row: string, value: string, compute: Aggregate): Value[] {
  return groupsOf(items, row).map(({ key, items: members }) =>
    objectFrom([
      [row, key],
      [value, compute(present(members, value))],
    ]),
  );
}
