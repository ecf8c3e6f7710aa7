import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Addresses inside a network that scripts may call all the same. */
export interface AllowedAddress {
  /** In lower case: `localhost`, `*.corp.example`; undefined where a range is allowed. */
  readonly host: string | undefined;
  readonly range: readonly [first: Address, bits: number] | undefined;
  /** Undefined for every port. */
  readonly port: string | undefined;
}

const HOST =
  /^(?:\*\.)?[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/;

/**
 * Reads one address that is allowed: a host, `*.` and a domain, an address, a range such as
 * 10.0.0.0/8; a port may follow after a colon.
 * @returns undefined for anything else
 */
export function parseAllowedAddress(text: string): AllowedAddress | undefined {
  const written = text.toLowerCase();
  if (ipaddr.isValidCIDR(written)) {
    const range = ipaddr.parseCIDR(written);
    return { host: undefined, range, port: undefined };
  }
  const [, bracketed, plain = "", port] =
    /^(?:\[([^\]]*)\]|([^:]*|[^[\]]*:[^[\]]*:[^[\]]*))(?::(\d{1,5}))?$/.exec(written) ?? [];
  const host = bracketed ?? plain;
  if (ipaddr.isValid(host) && (bracketed === undefined || host.includes(":"))) {
    const address = ipaddr.process(host);
    const bits = address.kind() === "ipv4" ? 32 : 128;
    return { host: undefined, range: [address, bits], port };
  }
  if (bracketed !== undefined || !HOST.test(host)) return undefined;
  return { host, range: undefined, port };
}

/** Tells whether an address may be called. @param address that the host of the URL stands for */
export function isAllowedAddress(
  allowed: readonly AllowedAddress[],
  url: Pick<URL, "hostname" | "port" | "protocol">,
  address: string,
): boolean {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return allowed.some(
    (one) =>
      (one.port === undefined || one.port === port) &&
      (one.host === undefined ? isInRange(one.range, address) : isHost(one.host, url.hostname)),
  );
}

function isHost(pattern: string, hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function isInRange(range: AllowedAddress["range"], text: string): boolean {
  if (range === undefined || !ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.kind() === range[0].kind() && address.match(range[0], range[1]);
}
