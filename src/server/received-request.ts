import type { Request } from "express";

import { readBody } from "./body.ts";

/** A request as it arrived, before anything of it was read but its head. */
export interface ReceivedRequest {
  /** Upper case, as on the request line. */
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly contentType: string | undefined;
  /** The address of the connection. */
  readonly remoteAddress: string | undefined;
  /** The address of the sender; trusted proxies may tell. */
  readonly clientAddress: string | undefined;
  /** `http` or `https`, as the sender called it; trusted proxies may tell. */
  readonly protocol: string;
  /** With the port, as the sender called it. */
  readonly host: string;
  /**
   * Reads the body, once.
   * @param limit the largest body, in bytes
   * @returns undefined where the sender hung up before the end
   * @throws Refusal for a body that is not taken
   */
  readBody(limit: number): Promise<Uint8Array | undefined>;
}

/** Describes a request that came over HTTP. */
export function fromExpress(request: Request): ReceivedRequest {
  return {
    method: request.method,
    target: request.url,
    rawHeaders: request.rawHeaders,
    contentType: request.headers["content-type"],
    remoteAddress: request.socket.remoteAddress,
    // Express looks at the headers of proxies for these, so they are read when they are wanted.
    get clientAddress() {
      return request.ip;
    },
    get protocol() {
      return request.protocol;
    },
    get host() {
      return request.host;
    },
    readBody: (limit) => readBody(request, limit),
  };
}

/** Lists the names of the headers in lower case. */
export function headerNames({ rawHeaders }: ReceivedRequest): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
}
