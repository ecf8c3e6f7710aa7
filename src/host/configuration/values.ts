import ipaddr from "ipaddr.js";
import { z } from "zod";
import { parseAllowedAddress } from "../allowed-address.ts";

/** The longest text that V8 holds, in UTF-16 units. */
const LONGEST_TEXT = 2 ** 29 - 24;

/** Names of address ranges that Express knows. */
const NAMED_RANGES = ["loopback", "linklocal", "uniquelocal"];

/** A text that is read by `read`, or refused with the words of `expected`. */
export function reading<T>(expected: string, read: (text: string) => T | undefined) {
  return z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

/** A text that must match; `expected` describes the pattern in words. */
export function matching(expected: string, pattern: RegExp) {
  return reading(expected, (text) => (pattern.test(text) ? text : undefined));
}

/** A whole number, digits with optional `_` between them. */
export function wholeNumber(least: number, most: number) {
  return reading(`a whole number from ${String(least)} to ${String(most)}`, (text) =>
    readWhole(text, least, most),
  );
}

/** A size in characters, bytes or items. */
export function size() {
  return wholeNumber(1, LONGEST_TEXT);
}

/** A whole number, or `off`, which gives Infinity. */
export function wholeNumberOrOff() {
  return reading("a whole number above 0, or off", (text) =>
    isOff(text) ? Infinity : readWhole(text, 1, Number.MAX_SAFE_INTEGER),
  );
}

/** A time in seconds, with decimals; gives milliseconds. */
export function seconds() {
  return reading("a number of seconds above 0 and up to 86400", (text) => {
    const found = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : 0;
    return found > 0 && found <= 86_400_000 ? Math.ceil(found) : undefined;
  });
}

/** A number of days, or `off`, which gives Infinity; gives milliseconds. */
export function daysOrOff() {
  return reading("a whole number of days from 0 to 36500, or off", (text) => {
    if (isOff(text)) return Infinity;
    const days = readWhole(text, 0, 36_500);
    return days === undefined ? undefined : days * 86_400_000;
  });
}

/** Messages a second, or `off`, which gives Infinity. */
export function rate() {
  return reading("a number of messages a second above 0, or off", (text) => {
    if (isOff(text)) return Infinity;
    const found = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
    return found > 0 ? found : undefined;
  });
}

/** A burst and the interval after it. */
export interface PairRate {
  /** Messages that may go at once; Infinity where there is no limit. */
  readonly burst: number;
  /** Milliseconds to each further message. */
  readonly interval: number;
}

/** `45/6`: a burst of 45, then one in 6 seconds; or `off`. */
export function pairRate() {
  return reading<PairRate>("BURST/SECONDS, or off", (text) => {
    if (isOff(text)) return { burst: Infinity, interval: 0 };
    const [, burst = "0", interval = "0"] = /^(\d+)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    if (Number(burst) === 0 || Number(interval) === 0) return undefined;
    return { burst: Number(burst), interval: Math.ceil(Number(interval) * 1000) };
  });
}

/** An http or https address without query and credentials; gives it without a `/` at its end. */
export function webAddress() {
  return reading("an address that begins with http:// or https://", (text) => {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
    if (url.username !== "" || url.password !== "") return undefined;
    return url.search === "" && url.hash === "" ? text.replace(/\/+$/, "") : undefined;
  });
}

/** The address of a mail server with its user and password. */
export function mailServerAddress() {
  return reading("smtp:// or smtps://, then user:password@, the host and the port", (text) => {
    const url = URL.parse(text);
    const isMail = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
    return isMail && [url.username, url.password].every(isDecodable) ? text : undefined;
  });
}

/** One or several secrets with commas between them, the newest first. */
export function secrets() {
  return reading("one secret, or several with commas between them", (text) => {
    const found = listOf(text);
    return found.length > 0 && found.every(isPrintable) ? found : undefined;
  });
}

/** A secret that travels in a header. */
export function secret() {
  return reading("a text without blanks", (text) => (isPrintable(text) ? text : undefined));
}

/** Addresses, ranges such as 10.0.0.0/8, and the names that Express knows. */
export function proxies() {
  const expected = `addresses, ranges that leave something out, or ${NAMED_RANGES.join(", ")}`;
  return reading(expected, (text) => {
    const found = listOf(text);
    return found.length > 0 && found.every(isAddressOrRange) ? found : undefined;
  });
}

/** Addresses and ranges, of IPv4 or IPv6. */
export function addressList() {
  return reading("addresses or ranges such as 203.0.113.0/24, with commas between them", (text) => {
    const found = listOf(text);
    return found.length > 0 && found.every(isInList) ? found : undefined;
  });
}

function isInList(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

/** Private addresses that scripts may call. */
export function allowedAddresses() {
  const expected = "hosts, addresses or ranges, such as localhost:8080, *.corp.example, 10.0.0.0/8";
  return reading(expected, (text) => {
    const found = listOf(text).map(parseAllowedAddress);
    const allowed = found.filter((one) => one !== undefined);
    return allowed.length > 0 && allowed.length === found.length ? allowed : undefined;
  });
}

/** An IANA name of a time zone. */
export function timeZone() {
  return reading("the name of a time zone", (text) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      return undefined;
    }
  });
}

function readWhole(text: string, least: number, most: number): number | undefined {
  const found = /^\d+(_\d+)*$/.test(text) ? Number(text.replaceAll("_", "")) : NaN;
  return found >= least && found <= most ? found : undefined;
}

function isOff(text: string): boolean {
  return text.toLowerCase() === "off";
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isPrintable(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isAddressOrRange(text: string): boolean {
  if (NAMED_RANGES.includes(text) || ipaddr.isValid(text)) return true;
  // Express takes no range of everything.
  return ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0;
}
