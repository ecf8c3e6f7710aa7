import ipaddr from "ipaddr.js";
import { riskySettingMessages } from "../../diagnostics/codes/risky-settings.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { GRAPH_HOST, GRAPH_VERSION } from "../../facts/graph-versions.ts";
import type { Configuration } from "./arrange.ts";
import { PROVIDER_VARIABLES } from "./provider-settings.ts";

/** Bits of the smallest ranges that are no network of somebody's own: 10.0.0.0/8, fc00::/16. */
const FEWEST_BITS = { ipv4: 8, ipv6: 16 } as const;
/** Bits before an address of IPv4 in one of IPv6. */
const MAPPED_BITS = 96;
/** Networks that nobody outside of them listens to. */
const CLOSED_RANGES = new Set([
  "loopback",
  "private",
  "linkLocal",
  "uniqueLocal",
  "carrierGradeNat",
]);
/**
 * Names without a dot and those of home and cluster networks: RFC 6761, 6762 and 8375, of ICANN "internal", of
 * routers "lan", and "svc" of Kubernetes.
 */
const CLOSED_NAME = /^[^.]+$|\.(?:localhost|local|internal|test|home\.arpa|lan|svc)\.?$/;
/** The last part of an address of the Graph API. */
const VERSION = /\/v\d+\.\d+$/i;

/** Warns of settings that are right as they are written and open more than somebody may want: GB5530 to GB5534. */
export function riskySettings(configuration: Configuration): Message[] {
  const { server, providers, http } = configuration;
  const addresses = addressesWithTokens(configuration);
  return [
    ...wide(server.trustProxy, (range) => riskySettingMessages.trustsAnyone(range)),
    ...wide(providers.whatsable.allowed ?? [], (range) => riskySettingMessages.takesAnyone(range)),
    ...http.allowed.flatMap(({ range }) =>
      range !== undefined && isWide(range)
        ? [riskySettingMessages.callsAnything(`${range[0].toString()}/${String(range[1])}`)]
        : [],
    ),
    ...addresses.flatMap(([variable, url]) => inTheClear(variable, url)),
    ...addresses.flatMap(([variable, url]) => withoutVersion(variable, url)),
  ];
}

function wide(written: readonly string[], message: (range: string) => Message): Message[] {
  return written
    .filter((text) => ipaddr.isValidCIDR(text) && isWide(ipaddr.parseCIDR(text)))
    .map(message);
}

function isWide([address, bits]: readonly [ipaddr.IPv4 | ipaddr.IPv6, number]): boolean {
  // Those of IPv4 can be written as addresses of IPv6 too: ::ffff:0:0/96 is all of them.
  const isMapped = "isIPv4MappedAddress" in address && address.isIPv4MappedAddress();
  return bits < (isMapped ? MAPPED_BITS + FEWEST_BITS.ipv4 : FEWEST_BITS[address.kind()]);
}

/** Where tokens are sent, each address once, under the variable that it is set by. */
function addressesWithTokens({
  whatsapp,
  providers,
  twilio,
  model,
}: Configuration): readonly (readonly [variable: string, url: string])[] {
  const found: (readonly [string, string | undefined])[] = [
    ["WHATSAPP_API_URL", whatsapp.apiUrl],
    [PROVIDER_VARIABLES.cmzon.sending[0], providers.cmzon.apiUrl],
    [PROVIDER_VARIABLES.superwaba.sending[0], providers.superwaba.apiUrl],
    [PROVIDER_VARIABLES.whatsable.sending[0], providers.whatsable.apiUrl],
    ["TWILIO_API_URL", twilio.apiUrl],
    ["LLM_URL", model.apiKey === undefined ? undefined : model.url],
  ];
  return found.flatMap(([variable, url]) =>
    url === undefined || (url === whatsapp.apiUrl && variable !== "WHATSAPP_API_URL")
      ? []
      : [[variable, url]],
  );
}

function inTheClear(variable: string, url: string): Message[] {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || isClosed(hostname.replace(/^\[|\]$/g, ""))) return [];
  return [riskySettingMessages.inTheClear(variable, url)];
}

/** Tells whether a host is this machine, or in a network of one's own. */
function isClosed(host: string): boolean {
  if (!ipaddr.isValid(host)) return CLOSED_NAME.test(host.toLowerCase());
  return CLOSED_RANGES.has(ipaddr.process(host).range());
}

function withoutVersion(variable: string, url: string): Message[] {
  if (new URL(url).hostname !== GRAPH_HOST || VERSION.test(url)) return [];
  const isBare = new URL(url).pathname === "/";
  const instead = isBare ? `${url}/${GRAPH_VERSION}` : `https://${GRAPH_HOST}/${GRAPH_VERSION}`;
  return [riskySettingMessages.noVersion(variable, url, instead)];
}
