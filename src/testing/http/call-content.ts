import { headerIn, type HttpCall } from "../../host/http-call.ts";
import { equals } from "../../runtime/value/compare.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { show } from "../expectation.ts";
import { jsonIn } from "./json-in.ts";

/** What an expectation says of a call; undefined where it says nothing. */
export interface WantedContent {
  readonly json: Value | undefined;
  readonly body: string | undefined;
  readonly part: string | undefined;
  readonly headers: Value | undefined;
}

/** Tells whether a call holds what is expected of it. */
export function holdsContent(
  call: HttpCall,
  { json, body, part, headers = null }: WantedContent,
): boolean {
  const found = call.body ?? "";
  if (body !== undefined && found !== body) return false;
  if (part !== undefined && !found.includes(part)) return false;
  if (json !== undefined && !equals(bodyValue(call) ?? null, json)) return false;
  const wanted = isObject(headers) ? Object.entries(headers) : [];
  return wanted.every(
    ([name, value]) => headerIn(call.headers, name.toLowerCase()) === toText(value),
  );
}

/** Gives the body of a call as a value; undefined where it is no JSON. */
export function bodyValue({ body }: HttpCall): Value | undefined {
  return body === undefined ? undefined : jsonIn(body);
}

/** Says what is expected, as it follows a sentence; "" where that is nothing. */
export function describeContent({ json, body, part, headers }: WantedContent): string {
  const parts = [
    json === undefined ? [] : [`JSON ${show(json)}`],
    body === undefined ? [] : [`the body ${show(body)}`],
    part === undefined ? [] : [`${show(part)} in the body`],
    headers === undefined ? [] : [`the headers ${show(headers)}`],
  ].flat();
  return parts.length === 0 ? "" : ` with ${parts.join(" and ")}`;
}

/** Shows calls, a line each. */
export function describeCalls(calls: readonly HttpCall[]): readonly string[] {
  return calls.map(({ method, url, body }) =>
    body === undefined ? `${method} ${url}` : `${method} ${url} with ${body}`,
  );
}
