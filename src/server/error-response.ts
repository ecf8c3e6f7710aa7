import { serverMessages } from "../diagnostics/codes/server.ts";
import type { OutgoingResponse } from "../host/http.ts";
import { BasicError } from "../runtime/error.ts";
import { renderError } from "../runtime/render-error.ts";
import { Refusal } from "./refusal.ts";
import type { Mode } from "./settings.ts";

/** An import would load Node's whole HTTP client, which a run of tests never needs. */
const titles = () => process.getBuiltinModule("node:http").STATUS_CODES;

/**
 * Makes the response for something thrown while a request was handled. Development shows the
 * message, with the line of the script where there is one; production shows the status alone.
 */
export function errorResponse(error: unknown, mode: Mode): OutgoingResponse {
  const status = error instanceof Refusal ? error.status : 500;
  const headers = error instanceof Refusal ? error.headers : [];
  const text = mode === "production" ? (titles()[status] ?? "Error") : describeError(error);
  return {
    status,
    headers: [
      ["Content-Type", "text/plain; charset=utf-8"],
      ["X-Content-Type-Options", "nosniff"],
      ...headers,
    ],
    body: `${text}\n`,
  };
}

/** Renders an error as a person reads it: code, message, place and hint. */
export function describeError(error: unknown): string {
  if (error instanceof Refusal || error instanceof BasicError) return renderError(error);
  return renderError({ detail: serverMessages.internal() });
}
