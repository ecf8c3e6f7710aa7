import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { constantText, MOST_STEPS } from "./constant-text.ts";
import type { Origins } from "./origins.ts";

/**
 * Gives the value that an expression always has: a text as `constantText` finds it, a number with or
 * without a sign or a variable that is never set to anything else, or a list or object of such.
 * @returns undefined where it depends on anything
 */
export function constantValue(
  expression: Expression,
  body: CheckedBody,
  origins: Origins,
): Value | undefined {
  const number = constantNumber(expression, body, origins);
  if (number !== undefined) return number;
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

function constantNumber(
  expression: Expression,
  body: CheckedBody,
  origins: Origins,
  depth = 0,
): number | undefined {
  if (depth > MOST_STEPS) return undefined;
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "number" ? expression.value : undefined;
    case "unary": {
      const { operator, operand } = expression;
      const number = constantNumber(operand, body, origins, depth + 1);
      if (number === undefined || operator === "NOT") return undefined;
      return operator === "-" ? -number : number;
    }
    case "name": {
      const origin = origins.only(body, expression.name);
      if (origin === undefined) return undefined;
      return constantNumber(origin.expression, origin.body, origins, depth + 1);
    }
    default:
      return undefined;
  }
}

function isKnown(value: Value | undefined): value is Value {
  return value !== undefined;
}
