import type { IncomingRequest, OutgoingResponse } from "../host/http.ts";
import type { Failure } from "./failure.ts";

/** Development shows errors in responses; production tells the outside nothing. */
export type Mode = "development" | "production";

const TEXT: readonly [string, string] = ["Content-Type", "text/plain; charset=utf-8"];

/** What the response to a failed run depends on. */
export interface FailureStyle {
  readonly mode: Mode;
  /** The TwiML for a caller. */
  readonly callFallback: string;
}

/** The response to a request whose run failed: TwiML for a phone call, else 500. */
export function failureResponse(
  request: IncomingRequest,
  failure: Failure,
  { mode, callFallback: body }: FailureStyle,
): OutgoingResponse {
  if (request.form.has("CallSid")) {
    return { status: 200, headers: [["Content-Type", "text/xml; charset=utf-8"]], body };
  }
  const shown = mode === "development" ? failure.rendered : "Internal Server Error";
  return { status: 500, headers: [TEXT], body: shown };
}

/** The response to a delivery whose events are stored; Meta repeats whatever is not answered 200. */
export function acknowledgement(body: string): OutgoingResponse {
  return { status: 200, headers: [TEXT], body };
}

/** The response to a request that no handler can take as it is. @param text tells why */
export function refusedResponse(text: string): OutgoingResponse {
  return { status: 400, headers: [TEXT], body: text };
}

/** The response to a request that nothing was done for and that may come again. */
export function unavailableResponse(): OutgoingResponse {
  return { status: 503, headers: [TEXT, ["Retry-After", "5"]], body: "Service Unavailable" };
}
