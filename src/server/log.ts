import { type DestinationStream, pino } from "pino";

import { visibleLines } from "../diagnostics/visible.ts";
import type { Clock } from "../host/host.ts";
import type { Log, LogFields } from "../host/log.ts";
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

/** Fields of a line whose values the server makes itself: ids, numbers and words of its own. */
const OWN_FIELDS: ReadonlySet<string> = new Set(
  "request run runs parent send kind method verification status durationMs outcome line channel attempt".split(
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
  const logger = pino(
    {
      base: null,
      timestamp: createTimestamp(clock),
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const writer = (level: keyof Log): Log[keyof Log] => {
    if (!logger.isLevelEnabled(level)) return () => {};
    return (fields, message) => {
      logger[level](cleanFields(fields, clean), clean(message));
    };
  };
  return {
    debug: writer("debug"),
    info: writer("info"),
    warn: writer("warn"),
    error: writer("error"),
  };
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
  const write = prettyFactory({
    translateTime: "SYS:HH:MM:ss",
    ignore: "request,method,route,status,kind,name",
    colorize: true,
  });
  // JSON keeps a terminal from obeying what is in a text; here it has to be made harmless first.
  const harmless = (_name: string, value: unknown): unknown =>
    typeof value === "string" ? visibleLines(value) : value;
  return (line) => write(JSON.parse(line, harmless));
}

/** Returns the fields of one line cleaned; most have nothing to clean and need no copy. */
function cleanFields(fields: LogFields, clean: (text: string) => string): LogFields {
  let cleaned: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined || OWN_FIELDS.has(name)) continue;
    const shown = cleanMember(name, value, clean);
    if (shown === value) continue;
    cleaned ??= { ...fields };
    cleaned[name] = shown;
  }
  return cleaned ?? fields;
}

function cleanMembers(members: LogFields, clean: (text: string) => string): LogFields {
  const cleaned = Object.entries(members).map(
    ([name, value]) => [name, cleanMember(name, value, clean)] as const,
  );
  return Object.fromEntries(cleaned);
}

function cleanMember(name: string, value: unknown, clean: (text: string) => string): unknown {
  return SECRET_NAME.test(name) ? HIDDEN : cleanValue(value, clean);
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

function isPlain(value: unknown): value is LogFields {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
