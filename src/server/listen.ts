import { createServer, type Server, type ServerOptions } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { isIPv6 } from "node:net";

import type { Express } from "express";

import { serverMessages } from "../diagnostics/codes/server.ts";
import { expressMessages } from "./express-messages.ts";
import { StartupError } from "./startup-error.ts";
import type { TlsPair } from "./tls.ts";

/** Where to listen. */
export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Serves https with it, else http. */
  readonly tls?: TlsPair | undefined;
}

/** A server that takes connections. */
export interface Listening {
  readonly server: Server;
  /** `http://127.0.0.1:3000`, with the port that was picked. */
  readonly url: string;
}

const HTTP_OPTIONS: ServerOptions = {
  headersTimeout: 10_000,
  // The whole of a request; Meta and Twilio give up long before.
  requestTimeout: 30_000,
  // Above the 60 s after which load balancers drop idle connections, so that they close first.
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};

/**
 * Starts to listen.
 * @throws StartupError where the port is in use or the address cannot be had
 */
export async function listen(app: Express, { host, port, tls }: ListenOptions): Promise<Listening> {
  const options = { ...HTTP_OPTIONS, ...expressMessages(app) };
  const server =
    tls === undefined
      ? createServer(options, app)
      : createSecureServer({ ...options, ...tls }, app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(explain(error, host, port));
    });
    server.listen({ host, port }, resolve);
  });
  server.removeAllListeners("error");
  return { server, url: `${tls === undefined ? "http" : "https"}://${addressOf(server, host)}` };
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}

function explain(error: Error, host: string, port: number): StartupError {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return new StartupError(serverMessages.portInUse(host, port));
  const reasons = new Map<unknown, string>([
    ["EACCES", "this user may not; ports below 1024 are reserved"],
    ["EADDRNOTAVAIL", "this machine does not have that address"],
    ["ENOTFOUND", "no address is known for that name"],
  ]);
  const reason = reasons.get(code) ?? error.message;
  return new StartupError(serverMessages.cannotListen(host, port, reason));
}
