import type { HttpBody } from "./http-body.ts";

/** Names and values of headers, names as they were written. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

/** One call over HTTP, as it leaves. */
export interface HttpCall {
  /** Upper case. */
  readonly method: string;
  /** Absolute, http or https. */
  readonly url: string;
  readonly headers: HttpHeaders;
  /** Undefined where none is sent. */
  readonly body: HttpBody | undefined;
}

/** A whole answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HttpHeaders;
  /** Decoded; "" where `isText` is false. */
  readonly body: string;
  /** False for pictures, archives and other bodies that no script can read. */
  readonly isText: boolean;
  /** The body as it came; absent where the answer comes from a text, as in tests. */
  readonly content?: Uint8Array;
}

/** What a call goes with. */
export interface HttpContext {
  /** Stable for one call of one run across its repetitions; becomes the Idempotency-Key. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** Calls addresses for scripts: the real one, or what stands for it in tests. */
export interface HttpClient {
  /** @throws ChannelError when no answer came, or none that can be taken */
  call(call: HttpCall, context: HttpContext): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** A call as a script asks for it; the headers of the run are added. */
export interface ScriptCall extends HttpCall {
  /** Statuses outside 2xx that are an error; 304 is none, as a script asks for it by a header. */
  readonly refuses: "none" | "not-2xx";
}

/** Calls addresses for one run. */
export interface HttpCaller {
  /** @throws BasicError where no answer came, or one that the call refuses */
  call(call: ScriptCall, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * Keeps what is at an address as a file.
   * @param path how it is to be called; undefined for the name in the address
   * @returns the path by which ATTACH and WITH IMAGE FROM find it
   * @throws BasicError as `call`, GB4676 where it cannot be written
   */
  download(call: HttpCall, path: string | undefined, signal: AbortSignal): Promise<string>;
}

/** The headers that go with each call of one run. */
export interface SentHeaders {
  /**
   * Sends a header with each later call.
   * @param value "" takes the header away
   * @throws BasicError GB4610, GB4611 or GB4612
   */
  set(name: string, value: string): void;
  /** Gives a header that is set. @param name in any case */
  get(name: string): string | undefined;
  /** Takes all of them away. */
  clear(): void;
}

/** Finds a header. @param name in lower case @returns the first one */
export function headerIn(headers: HttpHeaders, name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1];
}
