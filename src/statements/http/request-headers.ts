import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { HttpHeaders } from "../../host/http-call.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe, toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";

/** Reads the headers of one call: an object, or lines such as `Accept: text/csv`. @throws BasicError GB4614 */
export function readHeaders(value: Value | undefined): HttpHeaders {
  if (value === undefined || value === null) return [];
  if (isObject(value)) {
    return Object.entries(value).map(([name, one]) => [name, toText(one)] as const);
  }
  const lines = Array.isArray(value) ? value.map(toText) : toText(value).split(/\r?\n/);
  return lines.filter((line) => line.trim() !== "").map(readLine);
}

/** Finds the content type among the headers of a call. */
export function contentTypeIn(headers: HttpHeaders): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

function readLine(line: string): readonly [name: string, value: string] {
  const at = line.indexOf(":");
  if (at < 1) throw new BasicError(httpMessages.headerLines(describe(line)));
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
