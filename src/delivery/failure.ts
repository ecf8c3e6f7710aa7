import type { Message } from "../diagnostics/diagnostic.ts";
import { EngineUnavailableError } from "../engine/engine.ts";
import type { Place } from "../host/host.ts";
import { ChannelError } from "../host/channel.ts";
import { BasicError } from "../runtime/error.ts";
import { renderError } from "../runtime/render-error.ts";
import type { RunStoppedError } from "./stop-signal.ts";

/**
 * Why a run failed: `script` it would fail the same way again; `outside` it may do better later;
 * else it was ended from outside.
 */
export type FailureCause = "script" | "outside" | "deadline" | "shutdown" | "caller";

/** A failed run, with all that logs and responses say of it. */
export interface Failure {
  readonly cause: FailureCause;
  /** `GB4201`, or undefined for a bug in gbasic. */
  readonly code: Message["code"] | undefined;
  /** One line: the message and its place. */
  readonly reason: string;
  /** Several lines: place, excerpt, hint, calls. */
  readonly rendered: string;
  /** The line of the script that raised it; undefined where none did. */
  readonly place?: Place;
}

/**
 * Describes what a run raised.
 * @param stopped what ended the run from outside, if anything did
 */
export function describeFailure(raised: unknown, stopped: RunStoppedError | undefined): Failure {
  const cause = stopped?.stop ?? causeOf(raised);
  // What a channel or an API raises when its signal aborts says less than the reason of the abort.
  const error = stopped !== undefined && !(raised instanceof BasicError) ? stopped : raised;
  if (error instanceof BasicError || error instanceof ChannelError) {
    const { code } = error.detail;
    return {
      cause,
      code,
      reason: reasonOf(error),
      rendered: renderError(error),
      ...placeOf(error),
    };
  }
  const rendered = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const reason = error instanceof Error ? error.message : String(error);
  return { cause, code: undefined, reason, rendered };
}

/**
 * Takes out of a rendered error the values that it quotes, as they may be what somebody wrote in a
 * message; the lines of the script below stay.
 */
export function withoutValues(rendered: string): string {
  const [first = "", ...others] = rendered.split("\n");
  return [first.replace(/"(?:[^"\\]|\\.)*"/g, '"…"'), ...others].join("\n");
}

/** What may have been done outside and may not be done twice is for a person to decide. */
function causeOf(error: unknown): FailureCause {
  for (let next = error; next instanceof Error; next = next.cause) {
    if (next instanceof EngineUnavailableError) return "outside";
    if (next instanceof ChannelError) return next.failure === "retry" ? "outside" : "script";
  }
  return "script";
}

function placeOf(error: BasicError | ChannelError): Pick<Failure, "place"> {
  if (!(error instanceof BasicError) || error.file === undefined || error.span === undefined) {
    return {};
  }
  const { line } = error.file.position(error.span.start);
  return { place: { file: error.file.path, line } };
}

function reasonOf(error: BasicError | ChannelError): string {
  const { code, message } = error.detail;
  if (!(error instanceof BasicError) || error.file === undefined || error.span === undefined) {
    return `${code}: ${message}`;
  }
  const { line, column } = error.file.position(error.span.start);
  return `${error.file.path}:${String(line)}:${String(column)} ${code}: ${message}`;
}
