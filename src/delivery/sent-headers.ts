import { validateHeaderName, validateHeaderValue } from "node:http";
import { httpMessages } from "../diagnostics/codes/http.ts";
import type { HttpHeaders, SentHeaders } from "../host/http-call.ts";
import { BasicError } from "../runtime/error.ts";

/** They say how the body travels and where to, which the client decides. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** The headers that one run has set. */
export class RunHeaders implements SentHeaders {
  /** By name in lower case. */
  readonly #headers = new Map<string, readonly [name: string, value: string]>();

  set(name: string, value: string): void {
    const key = checkHeader(name, value);
    if (value === "") this.#headers.delete(key);
    else this.#headers.set(key, [name, value]);
  }

  get(name: string): string | undefined {
    return this.#headers.get(name.toLowerCase())?.[1];
  }

  clear(): void {
    this.#headers.clear();
  }

  /** Gives those of a call: its own count more than those of the run. @throws BasicError as `set` does */
  with(own: HttpHeaders): HttpHeaders {
    const merged = new Map(this.#headers);
    for (const [name, value] of own) merged.set(checkHeader(name, value), [name, value]);
    return [...merged.values()];
  }
}

/** @returns the name in lower case */
function checkHeader(name: string, value: string): string {
  try {
    validateHeaderName(name);
  } catch {
    throw new BasicError(httpMessages.sentHeaderName(name));
  }
  const key = name.toLowerCase();
  if (OWN_HEADERS.has(key)) throw new BasicError(httpMessages.ownHeader(name));
  try {
    validateHeaderValue(name, value);
  } catch {
    throw new BasicError(httpMessages.sentHeaderValue(name));
  }
  return key;
}
