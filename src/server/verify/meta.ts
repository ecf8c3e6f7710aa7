import { createHmac } from "node:crypto";

import { sameBytes } from "./constant-time.ts";
import type { SignatureScheme } from "./scheme.ts";

const FORM = /^sha256=([0-9a-f]{64})$/i;

/**
 * Meta's signature: `X-Hub-Signature-256: sha256=` and the HMAC-SHA256 of the received bytes under
 * the app secret, as hexadecimal. Computed over the bytes and never over parsed JSON, since Meta
 * escapes characters that a second serialisation would not
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started, "Validating Payloads").
 */
export const metaScheme: SignatureScheme = {
  name: "meta",
  header: "X-Hub-Signature-256",
  variable: "WHATSAPP_APP_SECRET",
  secretsOf: (secrets) => secrets.metaAppSecrets,
  verify: ({ request }, signature, secrets) => signsBody(request.rawBody, signature, secrets),
};

/**
 * Tells whether a signature is that of these bytes under one of the secrets.
 * @param signature the value of the header
 */
export function signsBody(
  body: Uint8Array | string,
  signature: string,
  secrets: readonly string[],
): boolean {
  const claimed = parseMetaSignature(signature);
  if (claimed === undefined) return false;
  return secrets.some((secret) =>
    sameBytes(createHmac("sha256", secret).update(body).digest(), claimed),
  );
}

/** Returns the 32 bytes of a signature header, or undefined where it does not have that form. */
export function parseMetaSignature(signature: string): Buffer | undefined {
  const digits = FORM.exec(signature.trim())?.[1];
  return digits === undefined ? undefined : Buffer.from(digits, "hex");
}
