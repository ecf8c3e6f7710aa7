import type { NamedSecret } from "../settings.ts";
import { parseMetaSignature, signsBody } from "./meta.ts";
import type { SignedRequest } from "./scheme.ts";

/** A signature that was found wrong, with the secrets it was checked against. */
export interface WrongSignature {
  readonly signed: SignedRequest;
  readonly signature: string;
  readonly secrets: readonly string[];
}

/**
 * Says which other secret or form of the body a signature in Meta's form would have matched.
 * @param others configured values that are no secrets of the sender
 * @param title who signs, and the variable that holds the secret
 */
export function explainMeta(
  wrong: WrongSignature,
  others: readonly NamedSecret[],
  { title, variable }: { readonly title: string; readonly variable: string },
): string {
  const { signed, signature, secrets } = wrong;
  if (parseMetaSignature(signature) === undefined)
    return "it is not `sha256=` followed by 64 hexadecimal digits";
  const { rawBody } = signed.request;
  const other = others.find(({ value }) => signsBody(rawBody, signature, [value]));
  if (other !== undefined)
    return `it was made with the value of ${other.name}; ${variable} must be ${title === "Meta" ? "the secret of that app" : `the webhook secret of ${title}`}`;
  for (const [description, body] of bodyVariants(Buffer.from(rawBody).toString())) {
    if (signsBody(body, signature, secrets))
      return `it matches ${description}: something between ${title} and this server rewrites the body`;
  }
  const expected =
    title === "Meta" ? "the app secret of the app that sends" : `the webhook secret of ${title}`;
  return `no configured secret and no known form of the body matches: check that ${variable} is ${expected}`;
}

/** The forms that proxies and frameworks turn a body into. */
export function* bodyVariants(
  text: string,
): Generator<readonly [description: string, body: string]> {
  yield ["the body with its non-ASCII characters escaped", escapeUnicode(text)];
  yield ["the body with a newline at its end", `${text}\n`];
  yield ["the body without the white space at its ends", text.trim()];
  const compact = reserialise(text);
  if (compact === undefined) return;
  yield ["the body serialised anew", compact];
  yield ["the body serialised anew with escapes", escapeUnicode(compact)];
}

function escapeUnicode(text: string): string {
  return text.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function reserialise(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}
