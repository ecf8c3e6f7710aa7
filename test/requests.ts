import type { IncomingRequest } from "../src/host/http.ts";

/** Makes a request as the server hands it on; the body is text. */
export function requestOf(
  body: string,
  contentType = "application/json",
  options: { readonly headers?: Readonly<Record<string, string>>; readonly path?: string } = {},
): IncomingRequest {
  const path = options.path ?? "/webhooks/whatsapp";
  const headers = new Map([["content-type", [contentType]]]);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, [value]);
  const form = new Map<string, string[]>();
  if (contentType === "application/x-www-form-urlencoded") {
    for (const [name, value] of new URLSearchParams(body)) form.set(name, [value]);
  }
  return {
    id: "request-1",
    method: "POST",
    path,
    originalUrl: path,
    query: new Map(),
    headers,
    rawBody: new TextEncoder().encode(body),
    form,
    files: new Map(),
    pathValues: new Map(),
  };
}

/** Returns the body of a request as text. */
export function bodyOf(request: IncomingRequest): string {
  return new TextDecoder().decode(request.rawBody);
}
