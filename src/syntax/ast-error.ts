import type { Span } from "../source/span.ts";
import type { Block } from "./ast.ts";
import type { Expression, Identifier } from "./ast-expression.ts";

/** `TRY … [CATCH [e] …] [FINALLY …] END TRY`. */
export interface TryStatement extends Span {
  readonly kind: "try";
  readonly body: Block;
  readonly handler: CatchPart | undefined;
  readonly cleanup: Block | undefined;
}
export interface CatchPart extends Span {
  /** What holds the error while the part runs. */
  readonly variable: Identifier | undefined;
  readonly body: Block;
}
export interface ThrowStatement extends Span {
  readonly kind: "throw";
  readonly value: Expression;
}
