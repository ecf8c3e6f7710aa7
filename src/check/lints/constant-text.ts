import type { Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { literalText } from "./markup.ts";
import type { Origins } from "./origins.ts";

/**
 * Gives the text that an expression always is: a literal, a join of such, or a variable or CONST
 * that is never set to anything else.
 * @returns undefined where it depends on anything
 */
export function constantText(
  expression: Expression,
  body: CheckedBody,
  origins: Origins,
  depth = 0,
): string | undefined {
  if (depth > MOST_STEPS) return undefined;
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" ? literalText(expression) : undefined;
    case "binary": {
      if (!/^[+&]$/u.test(expression.operator)) return undefined;
      const left = constantText(expression.left, body, origins, depth + 1);
      const right = constantText(expression.right, body, origins, depth + 1);
      return left === undefined || right === undefined ? undefined : left + right;
    }
    case "template": {
      const parts = expression.parts.map((part) =>
        typeof part === "string" ? part : constantText(part, body, origins, depth + 1),
      );
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "name": {
      const origin = origins.only(body, expression.name);
      if (origin === undefined) return undefined;
      return constantText(origin.expression, origin.body, origins, depth + 1);
    }
    default:
      return undefined;
  }
}

/** A chain of constants is short; a variable that is set from itself has no end. */
export const MOST_STEPS = 10;
