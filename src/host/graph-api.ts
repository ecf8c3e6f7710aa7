import { PERMANENT_CODES, PERMANENT_RANGES, RETRY_CODES } from "../facts/graph-errors.ts";
import type { FailureClass } from "./channel.ts";

/** What a Graph error says beside its code. */
export interface GraphErrorFacts {
  readonly code: number;
  /** The HTTP status; it decides only for codes that are not known. */
  readonly status: number;
  /** Meta's own `is_transient`, where it was given. */
  readonly transient: boolean;
}

/**
 * Tells what a Graph error means for the message. The code decides, since the same error comes
 * with different HTTP statuses (130429 is seen with 429 and 400).
 */
export function classifyGraphError(facts: GraphErrorFacts): FailureClass {
  const { code, status, transient } = facts;
  if (RETRY_CODES.has(code)) return "retry";
  if (PERMANENT_CODES.has(code)) return "permanent";
  if (PERMANENT_RANGES.some(({ first, last }) => code >= first && code <= last)) return "permanent";
  return transient || status === 429 || status >= 500 ? "retry" : "permanent";
}
