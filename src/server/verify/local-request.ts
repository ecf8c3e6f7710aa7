import ipaddr from "ipaddr.js";

import type { IncomingRequest } from "../../host/http.ts";

/**
 * Says why an unsigned request may come from somewhere else than a program on this machine: from
 * the network, through a tunnel or proxy, or from a web page in a browser here.
 * @param remoteAddress the address of the connection, as the socket gives it
 * @returns the reason as the end of a sentence, or undefined where nothing speaks against it
 */
export function whyNotLocal(
  request: IncomingRequest,
  remoteAddress: string | undefined,
): string | undefined {
  if (!isLoopbackAddress(remoteAddress)) return "it comes from another machine";
  const forwarded = forwardingHeader(request.headers.keys());
  if (forwarded !== undefined) return `it came through a tunnel or proxy, as ${forwarded} shows`;
  const [host] = request.headers.get("host") ?? [];
  if (host !== undefined && !isLoopbackHost(`http://${host}`))
    return `it was addressed to the host ${host}`;
  const [origin] = request.headers.get("origin") ?? [];
  if (origin !== undefined && !isLoopbackHost(origin))
    return `it comes from a web page of ${origin}`;
  const [site] = request.headers.get("sec-fetch-site") ?? [];
  return site === "cross-site" ? "it comes from a web page of another site" : undefined;
}

const FORWARDING = /^(?:x-forwarded-.+|forwarded|x-real-ip|via)$/i;

/** Returns the first header that a tunnel or proxy adds, or undefined. */
export function forwardingHeader(names: Iterable<string>): string | undefined {
  for (const name of names) if (FORWARDING.test(name)) return name;
  return undefined;
}

/** As nearly all local requests give them, so that their addresses need no parsing. */
const USUAL_ADDRESS = /^(?:::ffff:)?127\.0\.0\.1$|^::1$/;
const USUAL_HOST = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/** Tells whether an address is one of this machine's own, 127.0.0.0/8 or ::1. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (address !== undefined && USUAL_ADDRESS.test(address)) return true;
  if (address === undefined || !ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "loopback";
}

/** Tells whether a host name, as given to `--host`, is this machine alone. */
export function isLoopbackName(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || isLoopbackAddress(name);
}

function isLoopbackHost(url: string): boolean {
  if (USUAL_HOST.test(url)) return true;
  return URL.canParse(url) && isLoopbackName(new URL(url).hostname);
}
