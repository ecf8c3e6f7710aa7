import type { Expression } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { childExpressions } from "../walk.ts";
import type { Origin, Origins } from "./origins.ts";
import { functionUse, isComposing, passedArguments } from "./passed-arguments.ts";

/** One of the values that a text is put together of. */
export interface Piece {
  readonly expression: Expression;
  /** The body that the expression stands in. */
  readonly body: CheckedBody;
  /** True where it is text; a list or an object is put together itself. */
  readonly isText: boolean;
}

/** Takes texts apart that are put together by `+`, `&`, `${…}`, JOIN, REPLACE, FILL and the like. */
export class Compositions {
  readonly #linted: LintedScript;
  readonly #origins: Origins;

  constructor(linted: LintedScript, origins: Origins) {
    this.#linted = linted;
    this.#origins = origins;
  }

  /** Lists what a text is put together of; undefined where it is not put together here. */
  piecesOf(expression: Expression, body: CheckedBody): readonly Piece[] | undefined {
    if (isJoin(expression)) return this.#joined(expression, body);
    const use = functionUse(this.#linted.script.names, body.scope, expression);
    if (use === undefined || !isComposing(use)) return undefined;
    const takesText = use.entry.parameters.every(
      ({ type }) => type === "text" || type === "number",
    );
    return passedArguments(use).flatMap((part) =>
      takesText || isJoin(part) ? [textPiece(part, body)] : this.#held(part, body),
    );
  }

  /** Joins inside a join are taken apart with it. */
  #joined(join: Expression, body: CheckedBody): readonly Piece[] {
    return childExpressions(join).flatMap((part) =>
      isJoin(part) ? this.#joined(part, body) : [textPiece(part, body)],
    );
  }

  /** Lists the values in a list or object, also where a variable holds it. */
  #held(expression: Expression, body: CheckedBody): readonly Piece[] {
    if (expression.kind === "list" || expression.kind === "object") {
      return childExpressions(expression).map((part) => textPiece(part, body));
    }
    const origins =
      expression.kind === "name" ? (this.#origins.of(body, expression.name) ?? []) : [];
    const held = origins.flatMap((origin) => this.#heldBy(origin));
    const isText = expression.kind === "literal";
    return held.length === 0 ? [{ expression, body, isText }] : held;
  }

  #heldBy({ kind, expression, body }: Origin): readonly Piece[] {
    if (kind === "part") return [textPiece(expression, body)];
    const isLiteral = expression.kind === "list" || expression.kind === "object";
    return isLiteral && kind === "value" ? this.#held(expression, body) : [];
  }
}

/** Tells whether an expression joins texts: `+`, `&`, or a text with `${…}` in it. */
export function isJoin(expression: Expression): boolean {
  if (expression.kind === "template") return true;
  return (
    expression.kind === "binary" && (expression.operator === "+" || expression.operator === "&")
  );
}

function textPiece(expression: Expression, body: CheckedBody): Piece {
  return { expression, body, isText: true };
}
