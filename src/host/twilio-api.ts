import { TWILIO_RETRY_CODES } from "../facts/twilio-errors.ts";
import type { FailureClass } from "./channel.ts";

/**
 * Tells what an answer of Twilio means for the message. 429 and 503 turn the request away at the door.
 * Any other 5xx may come after the message was queued, and Twilio has no idempotency key, so sending it
 * again could send it twice.
 * @param status of HTTP
 * @param code Twilio's own; undefined where it gave none
 */
export function classifyTwilioError(status: number, code: number | undefined): FailureClass {
  if (status === 429 || status === 503) return "retry";
  if (code !== undefined && TWILIO_RETRY_CODES.has(code)) return "retry";
  return status < 300 || status >= 500 ? "unknown" : "permanent";
}
