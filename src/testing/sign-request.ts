import type { Verification } from "../host/handler.ts";
import { isPassing } from "../host/whatsapp/providers.ts";
import { signHmac } from "./events/sign-hmac.ts";
import { signMeta } from "./events/sign-meta.ts";
import { signTwilio } from "./events/sign-twilio.ts";
import { TEST_ADDRESS, TEST_SECRETS, testSecretOf, testSecretOfProvider } from "./test-settings.ts";
import type { TestRequest } from "./test-bed.ts";

/** How the request of a test is signed: by Meta and Twilio both, not at all, or wrongly. */
export type Signature = "signed" | "unsigned" | "forged";

const FORM_TYPE = "application/x-www-form-urlencoded";

/**
 * Signs a request as both providers do, so that it reaches a handler whichever of them signs for it.
 * A forged one carries signatures under another secret.
 * @param verification what the handler says, where it names a service of its own
 * @param now the clock, in ms since 1970-01-01 UTC
 */
export function signRequest(
  request: TestRequest,
  signature: Signature,
  verification: Verification = "auto",
  now = 0,
): TestRequest {
  if (signature === "unsigned") return request;
  const suffix = signature === "forged" ? "forged" : "";
  if (typeof verification !== "string") {
    const secret = testSecretOf(verification.secret) + suffix;
    const headers = signHmac(request.body, { ...verification, secret, at: now });
    return { ...request, headers: [...request.headers, ...headers] };
  }
  if (isPassing(verification)) {
    const signed = signMeta(request.body, testSecretOfProvider(verification) + suffix);
    return { ...request, headers: [...request.headers, ["X-Hub-Signature-256", signed]] };
  }
  const { protocol, host } = TEST_ADDRESS;
  const url = `${protocol}://${host}${request.target}`;
  const { metaAppSecret, twilioAuthToken } = TEST_SECRETS;
  return {
    ...request,
    headers: [
      ...request.headers,
      ["X-Hub-Signature-256", signMeta(request.body, metaAppSecret + suffix)],
      ["X-Twilio-Signature", signTwilio(url, formOf(request), twilioAuthToken + suffix)],
    ],
  };
}

/** Reads how a statement wants its request signed. @param word UNSIGNED, FORGED or nothing */
export function signatureOf(word: string | undefined): Signature {
  if (word === undefined) return "signed";
  return word === "UNSIGNED" ? "unsigned" : "forged";
}

function formOf({ headers, body }: TestRequest): ReadonlyMap<string, readonly string[]> {
  const isForm = headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && value === FORM_TYPE,
  );
  const fields = new Map<string, string[]>();
  if (!isForm) return fields;
  for (const [name, value] of new URLSearchParams(body)) {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
