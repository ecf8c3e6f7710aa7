import ipaddr from "ipaddr.js";

/**
 * Tells whether an address is one of a list, or in a range of it. IPv4 addresses count as such also where
 * they are written as IPv6 (`::ffff:203.0.113.7`), in the list as well as in the address.
 * @param list addresses and ranges that are valid
 */
export function isAmong(address: string, list: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const caller = ipaddr.process(address);
  return list.some((entry) => {
    const [range, bits] = rangeOf(entry);
    return range.kind() === caller.kind() && caller.match(range, bits);
  });
}

/** Bits in front of the IPv4 address in one that is written as IPv6. */
const MAPPED_BITS = 96;

function rangeOf(entry: string): [range: ipaddr.IPv4 | ipaddr.IPv6, bits: number] {
  if (!entry.includes("/")) {
    const address = ipaddr.process(entry);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  }
  const [range, bits] = ipaddr.parseCIDR(entry);
  const isMapped = range instanceof ipaddr.IPv6 && range.isIPv4MappedAddress();
  return isMapped && bits >= MAPPED_BITS
    ? [range.toIPv4Address(), bits - MAPPED_BITS]
    : [range, bits];
}

/** What providers give one customer at least, so that its addresses count as one. */
const IPV6_NETWORK_BITS = 64;

/**
 * Gives what an address counts as where requests of one sender are counted: an IPv6 address as the network of
 * 64 bits that it is in, as whoever has one address of it has all of them.
 */
export function countedAs(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  if (known.kind() === "ipv4") return known.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(
    `${known.toNormalizedString().split("%", 1)[0] ?? ""}/${String(IPV6_NETWORK_BITS)}`,
  ).toString();
}
