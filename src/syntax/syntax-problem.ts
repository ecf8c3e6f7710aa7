import type { Message } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";

/** Ends the reading of a statement; caught where the line is skipped. */
export class SyntaxProblem extends Error {
  readonly detail: Message;
  readonly span: Span;
  constructor(detail: Message, span: Span) {
    super(detail.message);
    this.detail = detail;
    this.span = span;
  }
}

/** What stands here is none of the ways to write a phrase; caught where the phrase begins. */
export class PhraseProblem extends SyntaxProblem {}
