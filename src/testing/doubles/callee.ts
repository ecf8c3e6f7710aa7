import { equals } from "../../runtime/value/compare.ts";
import type { Value } from "../../runtime/value/value.ts";
import { show } from "../expectation.ts";

/** A SUB or FUNCTION as a test names it. */
export interface Callee {
  /** As it is written. */
  readonly name: string;
  /** Undefined where any will do. */
  readonly args: readonly Value[] | undefined;
}

/** Tells whether a call has the arguments that a test names. */
export function hasArguments({ args }: Callee, given: readonly Value[]): boolean {
  if (args === undefined) return true;
  return (
    args.length === given.length && args.every((one, index) => equals(one, given[index] ?? null))
  );
}

/** Shows it as it is written: `PRICE("tea")`. */
export function describeCallee({ name, args }: Callee): string {
  return args === undefined ? name : `${name}(${args.map(show).join(", ")})`;
}

/** Gives what a slot of the type `callee` holds. @returns undefined for an empty name */
export function calleeOf(value: Value): Callee | undefined {
  if (typeof value === "string")
    return value.trim() === "" ? undefined : { name: value, args: undefined };
  if (!Array.isArray(value)) return undefined;
  const [name, ...args] = value;
  return typeof name === "string" ? { name, args } : undefined;
}
