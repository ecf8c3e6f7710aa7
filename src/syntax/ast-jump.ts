import type { Span } from "../source/span.ts";
import type { Identifier } from "./ast-expression.ts";

/** `name:` or a line number: a place to jump to. The key of a number has no zeros before it. */
export interface LabelStatement extends Span {
  readonly kind: "label";
  readonly label: Identifier;
}
/** `GOTO label` and `GOSUB label`. */
export interface JumpStatement extends Span {
  readonly kind: "goto" | "gosub";
  readonly label: Identifier;
}
/** `ON ERROR RESUME NEXT`, `ON ERROR GOTO label`, and `ON ERROR GOTO 0`, which is off. */
export interface OnErrorStatement extends Span {
  readonly kind: "on-error";
  readonly action: "resume-next" | "off" | "goto";
  /** Where action is `goto`. */
  readonly label: Identifier | undefined;
}
/** `RESUME` tries the failed statement again, `RESUME NEXT` goes on behind it. */
export interface ResumeStatement extends Span {
  readonly kind: "resume";
  readonly where: "same" | "next" | "label";
  /** Where `where` is `label`. */
  readonly label: Identifier | undefined;
}
/** `CLEAR ERROR`. */
export interface ClearErrorStatement extends Span {
  readonly kind: "clear-error";
}
