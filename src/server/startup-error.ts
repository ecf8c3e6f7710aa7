import type { Message } from "../diagnostics/diagnostic.ts";

/** Why the server cannot start, for the person who starts it. */
export class StartupError extends Error {
  readonly details: readonly Message[];

  constructor(...details: readonly [Message, ...Message[]]) {
    super(details.map(({ message }) => message).join("; "));
    this.name = "StartupError";
    this.details = details;
  }
}
