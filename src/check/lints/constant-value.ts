import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { constantText } from "./constant-text.ts";
import type { Origins } from "./origins.ts";

/**
 * Gives the value that an expression always has: a text as `constantText` finds it, a number, or a
 * list or object of such.
 * @returns undefined where it depends on anything
 */
export function constantValue(
  expression: Expression,
  body: CheckedBody,
  origins: Origins,
): Value | undefined {
  if (expression.kind === "literal" && typeof expression.value !== "string") {
    return expression.value;
  }
  if (expression.kind === "list") {
    const items = expression.items.map((item) => constantValue(item, body, origins));
    return items.some((item) => item === undefined) ? undefined : items.filter(isKnown);
  }
  if (expression.kind !== "object") return constantText(expression, body, origins);
  const members = expression.members.map(
    ({ key, value }) => [key, constantValue(value, body, origins)] as const,
  );
  if (members.some(([, value]) => value === undefined)) return undefined;
  return objectFrom(members.flatMap(([key, value]) => (isKnown(value) ? [[key, value]] : [])));
}

function isKnown(value: Value | undefined): value is Value {
  return value !== undefined;
}
