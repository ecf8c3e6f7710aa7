import { request } from "undici";
import { callTitle } from "../../diagnostics/call-title.ts";
import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { AllowedAddress } from "../../host/allowed-address.ts";
import { ChannelError } from "../../host/channel.ts";
import {
  headerIn,
  type HttpAnswer,
  type HttpCall,
  type HttpClient,
  type HttpContext,
  type HttpHeaders,
} from "../../host/http-call.ts";
import { callFailure } from "./call-failure.ts";
import { createGuardedAgent, REPEATABLE, type Resolve, systemResolve } from "./guarded-agent.ts";
import { refusePrivate } from "./private-address.ts";
import { ACCEPTED_ENCODINGS, readAnswer } from "./read-answer.ts";
import { isRedirect, leadsIntoTheOpen, MOST_REDIRECTS, redirected } from "./redirect.ts";
import { wireBody } from "./wire-body.ts";

/** What calls may do, and what they may take. */
export interface HttpClientOptions {
  /** Private addresses that may be called. */
  readonly allowed: readonly AllowedAddress[];
  /** Milliseconds that a call may take, with all its attempts and redirects. */
  readonly timeoutMs: number;
  /** Bytes of an answer's body, unpacked. */
  readonly maximumBytes: number;
  /** Asks for the addresses of a host; the system unless given. */
  readonly resolve?: Resolve;
  /** Milliseconds of the first wait before another attempt; 250 unless given. */
  readonly retryMs?: number;
}

const STANDARD_RETRY_MS = 250;

/** Names that stand in examples and belong to nobody (RFC 2606), and those that are no names at all. */
const NOWHERE = /(?:^|\.)(?:example|invalid)\.?$/;

/** Makes the client that calls the outside for scripts. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { allowed, resolve = systemResolve, retryMs = STANDARD_RETRY_MS } = options;
  const agent = createGuardedAgent({ allowed, resolve, retryMs });
  return {
    call: (call, context) => new Caller(options, agent, context).call(call),
    close: () => agent.close(),
  };
}

/** One call with the redirects that it leads to. */
class Caller {
  readonly #options: HttpClientOptions;
  readonly #agent: ReturnType<typeof createGuardedAgent>;
  readonly #context: HttpContext;
  readonly #timeout: AbortSignal;

  constructor(
    options: HttpClientOptions,
    agent: ReturnType<typeof createGuardedAgent>,
    context: HttpContext,
  ) {
    this.#options = options;
    this.#agent = agent;
    this.#context = context;
    this.#timeout = AbortSignal.timeout(options.timeoutMs);
  }

  /** @throws ChannelError */
  async call(first: HttpCall): Promise<HttpAnswer> {
    const hops: string[] = [];
    let call = first;
    for (;;) {
      const next = await this.#hop(call);
      if ("status" in next) return next;
      hops.push(new URL(call.url).host);
      if (hops.length > MOST_REDIRECTS) {
        const title = callTitle(first.method, first.url);
        throw new ChannelError(httpMessages.tooManyRedirects(title, hops), "permanent");
      }
      call = next;
    }
  }

  /** @returns the answer, or the call that it leads on to */
  async #hop(call: HttpCall): Promise<HttpAnswer | HttpCall> {
    const { signal } = this.#context;
    const title = callTitle(call.method, call.url);
    try {
      const response = await this.#request(call);
      const location = response.headers["location"];
      if (!isRedirect(response.statusCode) || typeof location !== "string") {
        return await readAnswer(response, this.#options.maximumBytes);
      }
      await response.body.dump();
      if (leadsIntoTheOpen(call.url, location)) {
        throw new ChannelError(httpMessages.openRedirect(title, shown(location)), "permanent");
      }
      const next = redirected(call, response.statusCode, location);
      if (next !== undefined) return next;
      throw new ChannelError(httpMessages.wrongRedirect(title, shown(location)), "permanent");
    } catch (error) {
      const { timeoutMs, maximumBytes } = this.#options;
      const stopped = this.#timeout.aborted ? "timeout" : signal.aborted ? "run" : undefined;
      const repeatable = REPEATABLE.has(call.method);
      throw callFailure(error, { title, repeatable, stopped, timeoutMs, maximumBytes });
    }
  }

  #request(call: HttpCall): ReturnType<typeof request> {
    const url = new URL(call.url);
    this.#checkHost(url, call.method);
    const { method } = call;
    return request(url, {
      method,
      headers: withOwnHeaders(call, this.#context.key).flat(),
      body: wireBody(call.body),
      dispatcher: REPEATABLE.has(method) ? this.#agent.repeatable : this.#agent.single,
      signal: AbortSignal.any([this.#context.signal, this.#timeout]),
    });
  }

  /** A host that is an address is never looked up, so it is looked at here. */
  #checkHost(url: URL, method: string): void {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (/^[\d.]+$/.test(host) || host.includes(":")) {
      refusePrivate(url, host, this.#options.allowed);
    }
    if (!NOWHERE.test(host)) return;
    const reason = `${host} is a name for examples, which no service has`;
    const title = callTitle(method, url.href);
    throw new ChannelError(httpMessages.addressUnreachable(title, reason), "permanent");
  }
}

/** Those that the script sets count more. */
function withOwnHeaders({ method, headers }: HttpCall, key: string): HttpHeaders {
  const standard: HttpHeaders = [
    ["Accept", "application/json, text/*;q=0.9, */*;q=0.8"],
    ["Accept-Encoding", ACCEPTED_ENCODINGS],
    ["User-Agent", "gbasic"],
    ...(method === "GET" ? [] : [["Idempotency-Key", key] as const]),
  ];
  const isFree = ([name]: HttpHeaders[number]) =>
    headerIn(headers, name.toLowerCase()) === undefined;
  return [...standard.filter(isFree), ...headers];
}

/** An address without what may be secret in it. */
function shown(location: string): string {
  const url = URL.parse(location);
  return url === null ? "an address that is none" : `${url.protocol}//${url.host}`;
}
