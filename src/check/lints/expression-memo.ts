import type { Expression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";

/** Decides for an expression whether something holds; it may ask about the expressions inside it. */
export type Decide = (expression: Expression, body: CheckedBody) => boolean;

/** An expression has at most 1,000 parts; a chain of variables that is longer is not followed. */
export const DEEPEST = 1_050;

/**
 * Makes a question about expressions that remembers its answers. An expression that leads back to
 * itself, as a text that is built up does, is met again before it is known: there it is false.
 */
export function remembering(decide: Decide): Decide {
  const known = new Map<Expression, boolean>();
  let depth = 0;
  return (expression, body) => {
    const answer = known.get(expression);
    if (answer !== undefined) return answer;
    if (depth >= DEEPEST) return false;
    known.set(expression, false);
    depth++;
    const found = decide(expression, body);
    depth--;
    known.set(expression, found);
    return found;
  };
}
