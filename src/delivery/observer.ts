import type { Message } from "../diagnostics/diagnostic.ts";
import type { ChannelName } from "../host/message.ts";

/** How a run ended: `retry` will run again, `stopped` was ended from outside. */
export type RunOutcome = "ok" | "script-error" | "deadline" | "retry" | "stopped";

/** One run that ended. */
export interface FinishedRun {
  readonly kind: "request" | "event" | "job";
  readonly outcome: RunOutcome;
  readonly durationMs: number;
}

/** One attempt to send that ended, or a message that was `skipped` without one. */
export interface FinishedSend {
  readonly channel: ChannelName;
  readonly outcome: "done" | "retry" | "dead" | "unknown" | "skipped";
}

/** Is told what happens, for metrics. */
export interface Observer {
  runFinished(run: FinishedRun): void;
  sendFinished(send: FinishedSend): void;
  /** Is told of an error that a person should look at; not of those that are tried again. */
  failed(code: Message["code"]): void;
}
