import type { Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";

/** Decides for an expression whether something holds; it may ask about the expressions inside it. */
export type Decide = (expression: Expression, body: CheckedBody) => boolean;

/**
 * Makes a question about expressions that remembers its answers. An expression that leads back to
 * itself, as a text that is built up does, is met again before it is known: there it is false.
 */
export function remembering(decide: Decide): Decide {
  const known = new Map<Expression, boolean>();
  return (expression, body) => {
    const answer = known.get(expression);
    if (answer !== undefined) return answer;
    known.set(expression, false);
    const found = decide(expression, body);
    known.set(expression, found);
    return found;
  };
}
