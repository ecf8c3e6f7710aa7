import { isIPv6 } from "node:net";
import { sendMessages } from "../diagnostics/codes/send.ts";
import type { ServerSettings } from "../host/configuration/arrange.ts";
import { UsageError } from "./usage-error.ts";

/** Addresses that a server listens on and nobody can call. */
const EVERYWHERE: ReadonlyMap<string, string> = new Map([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "::1"],
]);

/** An address that names a server and nothing on it. */
const SERVER_ALONE = /^https?:\/\/[^/?#]+$/i;

/** Finds where to post what has a path by default: that path, unless another is written. */
export function targetOrDefault(
  written: string | undefined,
  path: string,
  server: ServerSettings,
): URL {
  if (written === undefined) return targetOf(path, server);
  return targetOf(SERVER_ALONE.test(written) ? `${written}${path}` : written, server);
}

/**
 * Finds where to post.
 * @param written a URL, or a path on the server that the settings tell of
 * @returns without a fragment
 * @throws UsageError GB5360 where the settings leave the port open, GB5361 for what is no address
 */
export function targetOf(written: string, server: ServerSettings): URL {
  const text = written.startsWith("/") ? `${originOf(server)}${written}` : written;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new UsageError(sendMessages.noAddress(written));
  }
  const url = new URL(text);
  url.hash = "";
  return url;
}

/**
 * Returns the address that the server takes a request to have been sent to, which is what Twilio
 * signs: the public one where it is set, else the one called.
 * @param publicUrl scheme, host and perhaps a prefix of the path, without a `/` at its end
 */
export function signedUrl(target: URL, publicUrl: string | undefined): string {
  const called = target.href;
  if (publicUrl === undefined || called === publicUrl || called.startsWith(`${publicUrl}/`)) {
    return called;
  }
  return `${publicUrl}${target.pathname}${target.search}`;
}

function originOf({ host, port, tls }: ServerSettings): string {
  if (port === 0) throw new UsageError(sendMessages.openPort());
  const reachable = EVERYWHERE.get(host) ?? host;
  const name = isIPv6(reachable) ? `[${reachable}]` : reachable;
  return `${tls === undefined ? "http" : "https"}://${name}:${port}`;
}
