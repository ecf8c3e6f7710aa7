import { type DestinationStream, pino } from "pino";

import type { Clock } from "../host/host.ts";
import type { Log } from "../host/log.ts";
import type { Timers } from "../host/timers.ts";
import { maskPhones } from "./mask-phones.ts";

/** Where and how the log is written. */
export interface LoggerOptions {
  /** Takes one JSON line per call. */
  readonly stream: DestinationStream;
  /** Values that must not be seen, wherever they turn up in a line. */
  readonly secrets: readonly string[];
  readonly clock: Pick<Clock, "now">;
}

/** Names of fields whose values are never written. */
const SECRET_NAME = /authorization|cookie|password|secret|token|api_?key|signature/i;

/** The names that nearly all lines have, which need no test. */
const HARMLESS_NAMES: ReadonlySet<string> = new Set(
  "request run runs kind method route verification status durationMs outcome file line channel send attempt script".split(
    " ",
  ),
);

/** Shorter values stand in too many words to be replaced. */
const SHORTEST_SECRET = 4;
const HIDDEN = "[hidden]";

/**
 * Creates the log: JSON lines whose texts show no configured secret and no phone number beyond
 * its last four digits.
 */
export function createLogger({ stream, secrets, clock }: LoggerOptions): Log {
  const long = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const clean = (text: string): string =>
    maskPhones(long.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text));
  return pino(
    {
      base: null,
      timestamp: createTimestamp(clock),
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => cleanMembers(fields, clean),
      },
      hooks: {
        logMethod(args, method) {
          const [fields, message] = args;
          method.call(this, fields, typeof message === "string" ? clean(message) : message);
        },
      },
    },
    stream,
  );
}

/** Writes the time as pino wants it; many lines share a millisecond, and formatting one is slow. */
function createTimestamp(clock: Pick<Clock, "now">): () => string {
  let shown = NaN;
  let text = "";
  return () => {
    const now = clock.now();
    if (now !== shown) {
      shown = now;
      text = `,"time":"${new Date(now).toISOString()}"`;
    }
    return text;
  };
}

/** A stream of lines that are kept for a moment. */
export interface LineStream extends DestinationStream {
  /** Writes out what is still kept; to be called before the process ends. */
  flush(): void;
}

/** How long a line may be kept, in ms, and how much, in UTF-16 units. */
const KEPT_MS = 5;
const KEPT_LENGTH = 64 * 1024;

/**
 * Makes a stream that writes the lines of a few milliseconds at once, so that a busy server spends
 * little time on its log.
 * @param write takes any number of whole lines
 */
export function createLineStream(write: (lines: string) => void, timers: Timers): LineStream {
  let kept = "";
  const flush = (): void => {
    if (kept !== "") write(kept);
    kept = "";
  };
  return {
    write(line) {
      if (kept === "") timers.schedule(KEPT_MS, flush);
      kept += line;
      if (kept.length > KEPT_LENGTH) flush();
    },
    flush,
  };
}

/** Loads what turns a JSON line of the log into lines for a person at a terminal. */
export async function loadReadableForm(): Promise<(line: string) => string> {
  const { prettyFactory } = await import("pino-pretty");
  return prettyFactory({
    translateTime: "SYS:HH:MM:ss",
    ignore: "request,method,route,status,kind,name",
    colorize: true,
  });
}

function cleanMembers(
  members: Readonly<Record<string, unknown>>,
  clean: (text: string) => string,
): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (value === undefined) continue;
    // Most values are numbers and short words of the server's own.
    const secret = !HARMLESS_NAMES.has(name) && SECRET_NAME.test(name);
    cleaned[name] = secret ? HIDDEN : cleanValue(value, clean);
  }
  return cleaned;
}

function cleanValue(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map((item: unknown) => cleanValue(item, clean));
  if (value instanceof Error) {
    const { name, message, stack } = value;
    return { name, message: clean(message), stack: clean(stack ?? "") };
  }
  if (isPlain(value)) return cleanMembers(value, clean);
  return value;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
