import { createHash } from "node:crypto";

import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

import type { IncomingRequest } from "../../host/http.ts";
import { mediaType } from "../form.ts";
import { sameText } from "./constant-time.ts";
import type { SignatureScheme } from "./scheme.ts";

/** Twilio's parameter that carries the SHA-256 of a body that is no form, as hexadecimal. */
const BODY_HASH = "bodySHA256";

/** What the twilio package hashes where a request that announces a body hash has no body. */
const MISSING_BODY = "{}";

/**
 * Twilio's signature: `X-Twilio-Signature` is the Base64 HMAC-SHA1, under the auth token, of the
 * full URL followed by the sorted keys and values of the form; for other bodies of the URL alone,
 * whose `bodySHA256` then vouches for the body
 * (https://www.twilio.com/docs/usage/security#validating-requests).
 */
export const twilioScheme: SignatureScheme = {
  name: "twilio",
  header: "X-Twilio-Signature",
  variable: "TWILIO_AUTH_TOKEN",
  secretsOf: (secrets) => secrets.twilioAuthTokens,
  verify: ({ request, url }, signature, secrets) =>
    coversBody(request) &&
    secrets.some((secret) => signsUrl(secret, signature, url, signedParameters(request))),
};

/** Parameters as the twilio package takes them. */
export type SignedParameters = Record<string, string | string[]>;

/**
 * Tells whether a signature is that of this URL and form; tries the URL with and without a
 * standard port, and with its query encoded anew, as Twilio's own library does.
 */
export function signsUrl(
  token: string,
  signature: string,
  url: string,
  parameters: SignedParameters,
): boolean {
  return URL.canParse(url) && validateRequest(token, signature, url, parameters);
}

/** Returns the parameters that the signature covers beside the URL. */
export function signedParameters(request: IncomingRequest): SignedParameters {
  if (request.query.has(BODY_HASH)) return {};
  // Unlike an assignment, fromEntries keeps a field named __proto__ an ordinary field.
  return Object.fromEntries(
    [...request.form].map(([name, values]) => {
      const [only] = values;
      return [name, values.length === 1 && only !== undefined ? only : [...values]];
    }),
  );
}

/**
 * Tells whether the signature, where it is right, vouches for the body too. Without this check a
 * signed GET could be sent again with any body of a type that is not part of the signature.
 */
export function coversBody(request: IncomingRequest): boolean {
  const hashes = request.query.get(BODY_HASH);
  if (hashes !== undefined) {
    const [hash] = hashes;
    return hashes.length === 1 && hash !== undefined && isBodyHash(hash, request.rawBody);
  }
  if (request.rawBody.length === 0) return true;
  const type = request.headers.get("content-type")?.[0];
  return mediaType(type) === "application/x-www-form-urlencoded";
}

function isBodyHash(hash: string, body: Uint8Array): boolean {
  const signed = body.length === 0 ? MISSING_BODY : body;
  return sameText(hash.toLowerCase(), createHash("sha256").update(signed).digest("hex"));
}
