import type { IncomingRequest } from "../host/http.ts";
import { parseForm } from "./form.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { parseFields, type RequestTarget } from "../routes/request-path.ts";

const NO_FIELDS: ReadonlyMap<string, readonly string[]> = new Map();

/** What is known of a request before its form is read. */
export interface RequestParts {
  readonly id: string;
  readonly received: Pick<ReceivedRequest, "method" | "rawHeaders" | "contentType">;
  readonly target: RequestTarget;
  readonly pathValues: ReadonlyMap<string, string>;
  readonly rawBody: Uint8Array;
}

/**
 * Puts together the request that scripts and verification see.
 * @throws Refusal where the body says it is a form and cannot be read as one
 */
export async function toIncomingRequest(parts: RequestParts): Promise<IncomingRequest> {
  const { id, received, target, pathValues, rawBody } = parts;
  const { form, files } = await parseForm(received.contentType, rawBody);
  return {
    id,
    method: received.method,
    path: target.path,
    originalUrl: target.originalUrl,
    query: target.queryText === "" ? NO_FIELDS : parseFields(target.queryText),
    headers: readHeaders(received.rawHeaders),
    rawBody,
    form,
    files,
    pathValues,
  };
}

/** @param rawHeaders names and values in turn, as node:http gives them */
function readHeaders(rawHeaders: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    const value = rawHeaders[index + 1] ?? "";
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [value]);
    else values.push(value);
  }
  return headers;
}
