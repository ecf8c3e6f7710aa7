import type { NamedSecret } from "../settings.ts";
import type { WrongSignature } from "./explain-meta.ts";
import { coversBody, signedParameters, signsUrl } from "./twilio.ts";

/**
 * Says which other URL or secret the signature of Twilio would have matched. Queries are left
 * out of the text, since they may hold secrets.
 * @param others configured values that are not auth tokens
 * @param publicUrl the configured one, as in `HttpSettings`
 */
export function explainTwilio(
  wrong: WrongSignature,
  others: readonly NamedSecret[],
  publicUrl: string | undefined,
): string {
  const { signed, signature, secrets } = wrong;
  const { request, url } = signed;
  if (!coversBody(request))
    return "the signature does not cover the body, or bodySHA256 is not its hash";
  const parameters = signedParameters(request);
  const other = others.find(({ value }) => signsUrl(value, signature, url, parameters));
  if (other !== undefined)
    return `it was made with the value of ${other.name}; TWILIO_AUTH_TOKEN must be the auth token of the account that sends`;
  const matches = (candidate: string): boolean =>
    secrets.some((secret) => signsUrl(secret, signature, candidate, parameters));
  for (const variant of urlVariants(wrong, publicUrl)) {
    if (matches(variant.url))
      return `it matches the URL ${withoutQuery(variant.url)}${variant.note}, and not ${withoutQuery(url)}: ${variant.advice}`;
  }
  if (secrets.some((secret) => signsUrl(secret, signature, url, {})))
    return "it matches the URL without the form: the form is not the one that Twilio sent";
  return `no configured token and no known form of the URL ${withoutQuery(url)} matches: check that TWILIO_AUTH_TOKEN is the primary auth token of the account, and that PUBLIC_URL is the address entered at Twilio`;
}

interface UrlVariant {
  readonly url: string;
  readonly note: string;
  readonly advice: string;
}

function* urlVariants(
  { signed }: WrongSignature,
  publicUrl: string | undefined,
): Generator<UrlVariant> {
  const { originalUrl } = signed.request;
  const [path = "", ...rest] = originalUrl.split("?");
  const query = rest.length === 0 ? "" : `?${rest.join("?")}`;
  const otherSlash = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
  for (const base of bases(signed.request.headers, publicUrl)) {
    const advice = `set PUBLIC_URL to ${base}`;
    yield { url: `${base}${originalUrl}`, note: "", advice };
    if (query !== "")
      yield { url: `${base}${path}`, note: " without a query", advice: "a proxy adds the query" };
    yield {
      url: `${base}${otherSlash}${query}`,
      note: "",
      advice: "a proxy adds or removes the slash at the end of the path",
    };
  }
}

/** Every scheme and host that the sender may have called, whoever says so: nothing trusts these. */
function* bases(
  headers: ReadonlyMap<string, readonly string[]>,
  publicUrl: string | undefined,
): Generator<string> {
  if (publicUrl !== undefined) yield publicUrl;
  const hosts = new Set<string>();
  if (publicUrl !== undefined && URL.canParse(publicUrl)) hosts.add(new URL(publicUrl).host);
  for (const name of ["x-forwarded-host", "x-original-host", "host"]) {
    const host = headers.get(name)?.[0]?.split(",", 1)[0]?.trim();
    if (host !== undefined && host !== "") hosts.add(host);
  }
  for (const host of hosts) {
    yield `https://${host}`;
    yield `http://${host}`;
  }
}

function withoutQuery(url: string): string {
  return url.split("?", 1)[0] ?? url;
}
