import { lookup as systemLookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher, interceptors, Pool } from "undici";
import type { AllowedAddress } from "../../host/allowed-address.ts";
import { refusePrivate } from "./private-address.ts";

/** One address that a host stands for. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks for the addresses of a host. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** What connections are made with. */
export interface AgentOptions {
  readonly allowed: readonly AllowedAddress[];
  readonly resolve: Resolve;
  /** Milliseconds that the first wait before another attempt takes. */
  readonly retryMs: number;
}

const CONNECT_MS = 10_000;
const LONGEST_WAIT_MS = 10_000;
const RETRIES = 3;

/** Methods that do the same however often they are called. */
export const REPEATABLE: ReadonlySet<string> = new Set(["GET", "HEAD", "PUT", "DELETE"]);

/** What the system says of a host. */
export const systemResolve: Resolve = (hostname) => systemLookup(hostname, { all: true });

/**
 * Makes what opens connections: only to an address that was looked at, which is the very one that the
 * connection then goes to, so that a name cannot mean another one a moment later.
 */
export function createGuardedAgent(options: AgentOptions): {
  readonly repeatable: Dispatcher;
  /** Never uses a connection twice: one that the far side closes meanwhile would lose the call. */
  readonly single: Dispatcher;
  readonly close: () => Promise<void>;
} {
  const [kept, single] = [agentOf(options, 1), agentOf(options, 0)];
  const retry = interceptors.retry({
    maxRetries: RETRIES,
    minTimeout: options.retryMs,
    maxTimeout: LONGEST_WAIT_MS,
    timeoutFactor: 2,
    retryAfter: true,
    throwOnError: false,
    methods: [...REPEATABLE],
    statusCodes: [429, 503],
    errorCodes: [
      ...["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ENETDOWN"],
      ...["ENETUNREACH", "EHOSTDOWN", "EHOSTUNREACH", "UND_ERR_SOCKET"],
    ],
  });
  return {
    repeatable: kept.compose(retry),
    single,
    close: async () => {
      await Promise.all([kept.destroy(), single.destroy()]);
    },
  };
}

/** @param pipelining 0 for connections that are closed after one call */
function agentOf({ allowed, resolve }: AgentOptions, pipelining: 0 | 1): Agent {
  return new Agent({
    factory: (origin) =>
      new Pool(origin, {
        pipelining,
        allowH2: false,
        // The deadline of the whole call is what ends one that gets no answer.
        headersTimeout: 0,
        bodyTimeout: 0,
        connect: {
          timeout: CONNECT_MS,
          lookup: guardedLookup(new URL(origin), allowed, resolve),
        },
      }),
  });
}

function guardedLookup(
  url: URL,
  allowed: readonly AllowedAddress[],
  resolve: Resolve,
): LookupFunction {
  return (hostname, { all, family }, callback) => {
    const find = async () => {
      const found = await resolve(hostname);
      // One private address among public ones is what an attack looks like.
      for (const { address } of found) refusePrivate(url, address, allowed);
      return found.filter((one) => (family !== 4 && family !== 6 ? true : one.family === family));
    };
    find().then(
      (found) => {
        const [first] = found;
        if (first === undefined) callback(notFound(hostname), "");
        else if (all === true)
          callback(
            null,
            found.map(({ ...one }) => one),
          );
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : notFound(hostname), "");
      },
    );
  };
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`there is no ${hostname}`), { code: "ENOTFOUND" });
}
