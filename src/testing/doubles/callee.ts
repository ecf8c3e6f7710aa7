import { equals } from "../../runtime/value/compare.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { Expression, SlotValue } from "../../syntax/ast.ts";
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

/** Reads `PRICE("tea")` as the name of what is called and its arguments, so that nobody calls it. */
export function calleeSlots(
  written: ReadonlyMap<string, SlotValue>,
): ReadonlyMap<string, SlotValue> {
  const slot = written.get("callee");
  if (slot?.kind !== "expression") return written;
  return new Map([...written, ["callee", { ...slot, value: namedBy(slot.value) }]]);
}

/** Gives what stands in the slot when the statement runs. @returns undefined for what names nothing */
export function calleeOf(value: Value): Callee | undefined {
  if (typeof value === "string")
    return value.trim() === "" ? undefined : { name: value, args: undefined };
  if (!Array.isArray(value)) return undefined;
  const [name, ...args] = value;
  return typeof name === "string" ? { name, args } : undefined;
}

/** A text for a name alone; a list of the name and the arguments for a call. */
function namedBy(value: Expression): Expression {
  const { start, end } = value;
  const text = (name: string): Expression => ({ kind: "literal", value: name, start, end });
  switch (value.kind) {
    case "name":
      return text(value.name.text);
    case "call":
      return { kind: "list", items: [text(value.name.text), ...value.args], start, end };
    case "procedure-call":
      return value.args.length === 0
        ? text(value.procedure)
        : { kind: "list", items: [text(value.procedure), ...value.args], start, end };
    default:
      return value;
  }
}
