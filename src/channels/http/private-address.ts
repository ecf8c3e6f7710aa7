import ipaddr from "ipaddr.js";
import { httpMessages } from "../../diagnostics/codes/http.ts";
import { type AllowedAddress, isAllowedAddress } from "../../host/allowed-address.ts";
import { ChannelError } from "../../host/channel.ts";

/** What ranges are called in messages; any that is not here has its name in ipaddr.js. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["loopback", "this machine itself"],
  ["unspecified", "this machine itself"],
  ["private", "a network that is not public"],
  ["uniqueLocal", "a network that is not public"],
  ["carrierGradeNat", "a network that is not public"],
  ["linkLocal", "this network alone, with the data of cloud machines"],
]);

/** IPv4 addresses inside of IPv6 ones, for networks that speak IPv6 only. */
const TRANSLATED = "rfc6052";

/** For translation within one network, with lengths of its own for the IPv4 address inside (RFC 8215). */
const LOCAL_TRANSLATED = ipaddr.parseCIDR("64:ff9b:1::/48");

/** An old form of the same, such as ::127.0.0.1: twelve bytes of nothing before those of IPv4. */
const COMPATIBLE = ipaddr.parseCIDR("::/96");

/** An address that is not called. */
class PrivateAddressError extends ChannelError {
  /** Says that asking again gives the same, to what repeats calls that failed without a code. */
  readonly code = "PRIVATE_ADDRESS";
}

/**
 * Refuses an address of a private network, unless it is allowed.
 * @param url what is called
 * @param address that its host stands for
 * @throws ChannelError permanent, GB4602
 */
export function refusePrivate(url: URL, address: string, allowed: readonly AllowedAddress[]): void {
  const kind = privateKind(address);
  if (kind === undefined || isAllowedAddress(allowed, url, address)) return;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const setting = url.host.startsWith("[") ? host : url.host;
  const detail = httpMessages.privateAddress(host, address, kind, setting);
  throw new PrivateAddressError(detail, "permanent");
}

/** @returns undefined for a public address */
function privateKind(text: string): string | undefined {
  if (!ipaddr.isValid(text)) return "no address";
  const written = ipaddr.process(text);
  if (written.kind() === "ipv6" && written.match(LOCAL_TRANSLATED)) return KINDS.get("private");
  const address = embedded(written);
  const range = address.range();
  return range === "unicast" ? undefined : (KINDS.get(range) ?? range);
}

function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  const isCompatible = address.kind() === "ipv6" && address.match(COMPATIBLE);
  const range = address.range();
  if (range !== TRANSLATED && !(isCompatible && range === "unicast")) return address;
  return new ipaddr.IPv4(address.toByteArray().slice(-4));
}
