import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { greatest, least, mean, total } from "../math/aggregate.ts";

/** Makes one value of many that are set. */
export type Aggregate = (values: readonly Value[]) => Value;

const AGGREGATES: ReadonlyMap<string, Aggregate> = new Map<string, Aggregate>([
  ["SUM", total],
  ["AVG", (values) => mean(values) ?? null],
  ["AVERAGE", (values) => mean(values) ?? null],
  ["COUNT", (values) => values.length],
  ["MIN", least],
  ["MAX", greatest],
]);

/** Reads the name of an aggregate such as "sum"; undefined for anything else. */
export function readAggregate(value: Value | undefined): Aggregate | undefined {
  return typeof value === "string" ? AGGREGATES.get(value.trim().toUpperCase()) : undefined;
}

/** Reads the name of an aggregate. @throws BasicError GB3225 for anything else */
export function toAggregate(value: Value): Aggregate {
  const aggregate = readAggregate(value);
  if (aggregate === undefined) {
    throw new BasicError(functionMessages.unknownAggregate(describe(value)));
  }
  return aggregate;
}
