import type { Message } from "../diagnostics/diagnostic.ts";

/** Says that the command cannot start with what it was given; ends it with exit code 2. */
export class UsageError extends Error {
  readonly detail: Message;

  constructor(detail: Message, options?: ErrorOptions) {
    super(detail.message, options);
    this.name = "UsageError";
    this.detail = detail;
  }
}
