import type { Message } from "../diagnostics/diagnostic.ts";
import type { ChannelName } from "../host/message.ts";
import type { FinishedCall } from "./script-http.ts";
import type { Value } from "../runtime/value/value.ts";

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

/** A SUB that a run asked to be run later. */
export interface SpawnedJob {
  /** `CompiledProcedure.key`. */
  readonly procedure: string;
  readonly args: readonly Value[];
  /** Milliseconds that it waits at least; 0 for none. */
  readonly delayMs: number;
}

/** Is told what happens, for metrics and tests. */
export interface Observer {
  spawned(job: SpawnedJob): void;
  runFinished(run: FinishedRun): void;
  sendFinished(send: FinishedSend): void;
  /** Is told of a call over HTTP that was made, not of one that an earlier attempt made. */
  callFinished(call: FinishedCall): void;
  /** Is told of an error that a person should look at; not of those that are tried again. */
  failed(code: Message["code"]): void;
}
