import { type DestinationStream, pino, stdTimeFunctions } from "pino";

import type { Log } from "../host/log.ts";
import { maskPhones } from "./mask-phones.ts";

/** Where and how the log is written. */
export interface LoggerOptions {
  /** Takes one JSON line per call. */
  readonly stream: DestinationStream;
  /** Values that must not be seen, wherever they turn up in a line. */
  readonly secrets: readonly string[];
}

/** Names of fields whose values are never written. */
const SECRET_NAME = /authorization|cookie|password|secret|token|api_?key|signature/i;

/** Shorter values stand in too many words to be replaced. */
const SHORTEST_SECRET = 4;
const HIDDEN = "[hidden]";

/**
 * Creates the log: JSON lines whose texts show no configured secret and no phone number beyond
 * its last four digits.
 */
export function createLogger({ stream, secrets }: LoggerOptions): Log {
  const long = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  const clean = (text: string): string =>
    maskPhones(long.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text));
  return pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
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

/** A stream of lines that are kept until the end of the event loop's turn. */
export interface LineStream extends DestinationStream {
  /** Writes out what is still kept; to be called before the process ends. */
  flush(): void;
}

/**
 * Makes a stream that writes all lines of one turn of the event loop at once, so that a busy
 * server spends little time on its log.
 * @param write takes any number of whole lines
 */
export function createLineStream(write: (lines: string) => void): LineStream {
  let kept = "";
  const flush = (): void => {
    if (kept !== "") write(kept);
    kept = "";
  };
  return {
    write(line) {
      if (kept === "") setImmediate(flush);
      kept += line;
    },
    flush,
  };
}

/** Loads what turns a JSON line of the log into lines for a person at a terminal. */
export async function loadReadableForm(): Promise<(line: string) => string> {
  const { prettyFactory } = await import("pino-pretty");
  return prettyFactory({
    translateTime: "SYS:HH:MM:ss",
    ignore: "request,method,route,status",
    colorize: true,
  });
}

function cleanMembers(
  members: Readonly<Record<string, unknown>>,
  clean: (text: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      SECRET_NAME.test(name) && value !== undefined ? HIDDEN : cleanValue(value, clean),
    ]),
  );
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
