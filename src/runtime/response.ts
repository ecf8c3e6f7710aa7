import { responseMessages } from "../diagnostics/codes/response.ts";
import type { Output, ResponseWriter } from "../host/host.ts";
import type { OutgoingResponse } from "../host/http.ts";
import { BasicError } from "./error.ts";
import type { Limits } from "./run.ts";
import { ErrorValue } from "./value/error-value.ts";
import { isObject } from "./value/kind.ts";
import { getMember, hasMember } from "./value/member.ts";
import { describe, toText } from "./value/text.ts";
import type { Value, ValueObject } from "./value/value.ts";

const TEXT = "text/plain; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

const PARTS: ReadonlySet<string> = new Set(["status", "headers", "body"]);

/** An import would load Node's whole HTTP client, which most commands never need. */
const http = () => process.getBuiltinModule("node:http");

/** They describe the connection and the framing of the body, which the server decides. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** The response of one run, kept until the run ends. */
export class BufferedResponse implements ResponseWriter, Output {
  readonly #outputLength: number;
  #status = 200;
  /** By lower-case name. */
  readonly #headers = new Map<string, readonly [name: string, value: string]>();
  readonly #printed: string[] = [];
  #printedLength = 0;
  #printedData = false;

  constructor(limits: Pick<Limits, "outputLength">) {
    this.#outputLength = limits.outputLength;
  }

  /** @throws BasicError GB3201 */
  setStatus(status: number): void {
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      throw new BasicError(responseMessages.badStatus(describe(status)));
    }
    this.#status = status;
  }

  /** @throws BasicError GB3202, GB3203 or GB3204 */
  setHeader(name: string, value: string): void {
    try {
      http().validateHeaderName(name);
    } catch {
      throw new BasicError(responseMessages.badHeaderName(name));
    }
    const key = name.toLowerCase();
    if (RESERVED_HEADERS.has(key)) throw new BasicError(responseMessages.reservedHeader(name));
    try {
      http().validateHeaderValue(name, value);
    } catch {
      throw new BasicError(responseMessages.badHeaderValue(name));
    }
    this.#headers.set(key, [name, value]);
  }

  /** @throws BasicError GB3205 */
  print(value: Value): void {
    const text = toText(value);
    this.#printedLength += text.length + 1;
    if (this.#printedLength > this.#outputLength) {
      throw new BasicError(responseMessages.outputTooLong(this.#outputLength));
    }
    this.#printed.push(text);
    this.#printedData = isData(value);
  }

  /**
   * Makes the response.
   * @param returned what the handler returned; anything but null replaces what it printed
   * @throws BasicError where the parts of a returned object are no response
   */
  finish(returned: Value): OutgoingResponse {
    if (isObject(returned) && isResponseParts(returned)) return this.#finishParts(returned);
    if (returned !== null) return this.#respond(toText(returned), isData(returned));
    return this.#respond(this.#printed.join("\n"), this.#printed.length === 1 && this.#printedData);
  }

  #finishParts(parts: ValueObject): OutgoingResponse {
    const status = getMember(parts, "status");
    if (typeof status === "number") this.setStatus(status);
    const headers = getMember(parts, "headers");
    if (isObject(headers)) {
      for (const name of Object.keys(headers))
        this.setHeader(name, toText(getMember(headers, name)));
    }
    const body = getMember(parts, "body");
    if (body === null && !hasMember(parts, "body")) {
      return this.#respond(this.#printed.join("\n"), false);
    }
    return this.#respond(toText(body), isData(body));
  }

  #respond(body: string, isJson: boolean): OutgoingResponse {
    const headers = [...this.#headers.values()];
    if (!this.#headers.has("content-type"))
      headers.push(["Content-Type", isJson ? JSON_TYPE : TEXT]);
    return { status: this.#status, headers, body };
  }
}

function isData(value: Value): boolean {
  return Array.isArray(value) || (isObject(value) && !(value instanceof ErrorValue));
}

/** An object of an API may have a member `status` too; then it has others, or a text there. */
function isResponseParts(value: ValueObject): boolean {
  const names = Object.keys(value).map((name) => name.toLowerCase());
  if (names.length === 0 || !names.every((name) => PARTS.has(name))) return false;
  if (names.includes("status") && typeof getMember(value, "status") !== "number") return false;
  return !names.includes("headers") || isObject(getMember(value, "headers"));
}
