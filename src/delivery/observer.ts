import type { ChannelName } from "../host/message.ts";

/** How a run ended: `retry` will run again, `stopped` was ended from outside. */
export type RunOutcome = "ok" | "script-error" | "deadline" | "retry" | "stopped";

/** One run that ended. */
export interface FinishedRun {
  readonly kind: "request" | "event" | "job";
  readonly outcome: RunOutcome;
  readonly durationMs: number;
}

/** One attempt to send that ended. */
export interface FinishedSend {
  readonly channel: ChannelName;
  readonly outcome: "done" | "retry" | "dead" | "unknown";
}

/** Is told what happens, for metrics. */
export interface Observer {
  runFinished(run: FinishedRun): void;
  sendFinished(send: FinishedSend): void;
}
