import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Reception, VerifiedRequest } from "../delivery/receiver.ts";
import type { Log } from "../host/log.ts";
import { BasicError } from "../runtime/error.ts";
import { describeError } from "./error-response.ts";
import type { Metrics } from "./metrics.ts";
import { Refusal } from "./refusal.ts";

/** What becomes known of one request while it is answered; ends as one line of the log. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** Monotonic milliseconds. */
  readonly startedAt: number;
  /** The decoded path, without the query, which may hold secrets. */
  path: string | undefined;
  /** The declared path, once one matched. */
  route: string | undefined;
  verifiedBy: VerifiedRequest["verifiedBy"] | undefined;
  handshake: boolean;
  /** True for the server's own endpoints, which are asked every few seconds. */
  own: boolean;
  reception: Reception | undefined;
  error: unknown;
  /** Why a signature did not match. */
  explanation: string | undefined;
}

/** Begins the record of a request. */
export function createRequestRecord(id: string, method: string, startedAt: number): RequestRecord {
  return {
    id,
    method,
    startedAt,
    path: undefined,
    route: undefined,
    verifiedBy: undefined,
    handshake: false,
    own: false,
    reception: undefined,
    error: undefined,
    explanation: undefined,
  };
}

/** Longest path that goes into the log, in UTF-16 units. */
const LONGEST_PATH = 200;

/** Writes the line of a request that was answered, and counts it. */
export function writeRecord(
  record: RequestRecord,
  status: number,
  now: number,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): void {
  const durationMs = now - record.startedAt;
  const route = record.route ?? "unmatched";
  metrics.request({ route, method: record.method, status, seconds: durationMs / 1000 });
  const code = codeOf(record.error);
  if (code !== undefined) metrics.error(code);
  const shown = record.route ?? record.path?.slice(0, LONGEST_PATH) ?? "?";
  const fields = {
    request: record.id,
    method: record.method,
    route: shown,
    verification: record.handshake ? "handshake" : record.verifiedBy,
    status,
    durationMs: Math.round(durationMs * 10) / 10,
    runs: record.reception?.runIds,
    outcome: record.reception?.outcome,
    code,
    ...reasonOf(record),
  };
  const message = `${record.method} ${shown} ${String(status)}`;
  if (record.reception?.outcome === "hung-up") log.warn(fields, message);
  else if (status >= 500) log.error(fields, message);
  else if (record.error !== undefined) log.warn(fields, message);
  else if (record.own) log.debug(fields, message);
  else log.info(fields, message);
}

function codeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (error instanceof Refusal) return error.detail.code;
  return error instanceof BasicError ? error.code : serverMessages.internal().code;
}

function reasonOf({ error, explanation }: RequestRecord): Record<string, unknown> {
  if (error === undefined) return {};
  if (error instanceof Refusal || error instanceof BasicError)
    return { reason: describeError(error), ...(explanation === undefined ? {} : { explanation }) };
  return { err: error };
}
