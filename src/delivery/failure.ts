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
  /** The text of the script that raised it; undefined where none did. */
  readonly script?: string;
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
 * Takes out of the rendered error the values that it quotes, as they may be what somebody wrote in a
 * message. What the script itself writes stays, as do its lines below.
 */
export function withoutValues({ rendered, script }: Pick<Failure, "rendered" | "script">): string {
  const [first = "", ...others] = rendered.split("\n");
  const shown = first.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) =>
    script !== undefined && isWritten(quoted.slice(1, -1), script) ? quoted : '"…"',
  );
  return [shown, ...others].join("\n");
}

/** Characters that a text of a script, a key of an object or a section of a template stands between. */
const BEFORE = ['"', "'", "`", "{ ", "{", ", ", "{{", "{{#", "{{^", "{{/"];
const AFTER: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  "'": ["'"],
  "`": ["`"],
  "{{": ["}}"],
  "{{#": ["}}"],
  "{{^": ["}}"],
  "{{/": ["}}"],
};

/** Tells whether a script writes a text: in quotes, as the key of an object, or in a template. */
function isWritten(text: string, script: string): boolean {
  if (text === "") return true;
  return BEFORE.some((before) =>
    (AFTER[before] ?? [":"]).some((after) => script.includes(`${before}${text}${after}`)),
  );
}

/** What may have been done outside and may not be done twice is for a person to decide. */
function causeOf(error: unknown): FailureCause {
  for (let next = error; next instanceof Error; next = next.cause) {
    if (next instanceof EngineUnavailableError) return "outside";
    if (next instanceof ChannelError) return next.failure === "retry" ? "outside" : "script";
  }
  return "script";
}

function placeOf(error: BasicError | ChannelError): Pick<Failure, "place" | "script"> {
  if (!(error instanceof BasicError) || error.file === undefined || error.span === undefined) {
    return {};
  }
  const { line } = error.file.position(error.span.start);
  return { place: { file: error.file.path, line }, script: error.file.text };
}

function reasonOf(error: BasicError | ChannelError): string {
  const { code, message } = error.detail;
  if (!(error instanceof BasicError) || error.file === undefined || error.span === undefined) {
    return `${code}: ${message}`;
  }
  const { line, column } = error.file.position(error.span.start);
  return `${error.file.path}:${String(line)}:${String(column)} ${code}: ${message}`;
}
