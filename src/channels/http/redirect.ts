import type { HttpCall, HttpHeaders } from "../../host/http-call.ts";

/** Redirects that are followed; more only lead in a circle. */
export const MOST_REDIRECTS = 10;

/** Headers that say nothing of who calls, and so may go to another service. */
const HARMLESS: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "content-type",
  "user-agent",
]);

const KEPT_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Tells whether an answer leads on to another address. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Tells whether a redirect leads from https to http, where everybody on the way can read along. */
export function leadsIntoTheOpen(url: string, location: string): boolean {
  const from = new URL(url);
  return from.protocol === "https:" && URL.parse(location, from.href)?.protocol === "http:";
}

/**
 * Makes the call that a redirect asks for. To another origin only headers go
 * that say nothing of the caller; the body goes on only where the status says so.
 * @returns undefined where the location is none that can be called
 */
export function redirected(call: HttpCall, status: number, location: string): HttpCall | undefined {
  const from = new URL(call.url);
  const url = URL.parse(location, from.href);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  url.hash = "";
  const headers = url.origin === from.origin ? call.headers : harmless(call.headers);
  const becomesGet = status === 303 || (status < 303 && call.method === "POST");
  if (!becomesGet || KEPT_METHODS.has(call.method)) return { ...call, url: url.href, headers };
  const kept = headers.filter(([name]) => name.toLowerCase() !== "content-type");
  return { method: "GET", url: url.href, headers: kept, body: undefined };
}

function harmless(headers: HttpHeaders): HttpHeaders {
  return headers.filter(([name]) => HARMLESS.has(name.toLowerCase()));
}
