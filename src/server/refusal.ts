import type { Message } from "../diagnostics/diagnostic.ts";

/** A request that no handler gets to see: its status, and the message for sender and log. */
export class Refusal extends Error {
  readonly status: number;
  readonly detail: Message;
  readonly headers: readonly (readonly [name: string, value: string])[];

  /**
   * @param status the HTTP status, 400–599
   * @param headers what the status calls for, such as Allow
   */
  constructor(
    status: number,
    detail: Message,
    headers: readonly (readonly [name: string, value: string])[] = [],
  ) {
    super(detail.message);
    this.name = "Refusal";
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}
