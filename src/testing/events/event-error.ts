import type { Message } from "../../diagnostics/diagnostic.ts";

/** Says that no event can be made of what was given. */
export class EventError extends Error {
  readonly detail: Message;

  constructor(detail: Message) {
    super(detail.message);
    this.name = "EventError";
    this.detail = detail;
  }
}
