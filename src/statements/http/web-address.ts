import { httpMessages } from "../../diagnostics/codes/http.ts";
import { likelyAddress } from "../../diagnostics/likely-address.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/**
 * Reads the address of a call.
 * @param title of the statement, for messages
 * @throws BasicError GB4601 or GB4603
 */
export function readAddress(title: string, value: Value): URL {
  const text = typeof value === "string" ? value.trim() : "";
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  if (url === null) {
    throw new BasicError(httpMessages.notAnAddress(title, describe(value), likelyAddress(text)));
  }
  if (url.username !== "" || url.password !== "") {
    throw new BasicError(httpMessages.credentialsInAddress());
  }
  url.hash = "";
  return url;
}

/** Puts names and values behind the `?` of an address. @throws BasicError GB4617 */
export function addQuery(title: string, url: URL, values: Value | undefined): void {
  if (values === undefined || values === null) return;
  for (const [name, value] of pairsOf(title, values)) url.searchParams.append(name, value);
}

/** Gives the names and values of an object, a name several times for a list. @throws BasicError GB4617 */
export function pairsOf(title: string, values: Value): (readonly [name: string, value: string])[] {
  if (!isObject(values)) throw new BasicError(httpMessages.namesAndValues(title, describe(values)));
  return Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, toText(one)] as const),
  );
}
