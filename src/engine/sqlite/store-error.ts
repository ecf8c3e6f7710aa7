import type { Message } from "../../diagnostics/diagnostic.ts";

/** The store cannot be opened; the detail says why and what helps. The file is left as it is. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly detail: Message;

  constructor(detail: Message, options?: ErrorOptions) {
    super(detail.message, options);
    this.detail = detail;
  }
}
