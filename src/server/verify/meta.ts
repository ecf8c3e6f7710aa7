import { createHmac } from "node:crypto";

import type { PassingProvider } from "../../host/whatsapp/providers.ts";
import { PROVIDER_VARIABLES } from "../../host/configuration/provider-settings.ts";
import { sameBytes } from "./constant-time.ts";
import type { SignatureScheme } from "./scheme.ts";

const FORM = /^sha256=([0-9a-f]{64})$/i;
const HEADER = "X-Hub-Signature-256";

/**
 * Meta's signature: `X-Hub-Signature-256: sha256=` and the HMAC-SHA256 of the received bytes under
 * the app secret, as hexadecimal. Computed over the bytes and never over parsed JSON, since Meta
 * escapes characters that a second serialisation would not
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started, "Validating Payloads").
 */
export const metaScheme: SignatureScheme = {
  name: "meta",
  header: HEADER,
  variable: "WHATSAPP_APP_SECRET",
  secretsOf: (secrets) => secrets.metaAppSecrets,
  verify: ({ request }, signature, secrets) => signsBody(request.rawBody, signature, secrets),
};

/** Services that sign what they pass on as Meta does, under a secret of their own. */
export const passingSchemes: readonly SignatureScheme[] = [
  // Its guide answers 401 to what is signed wrongly, Meta's 403.
  { ...passingScheme("cmzon"), wrongStatus: 401 },
  passingScheme("superwaba"),
];

function passingScheme(provider: PassingProvider): SignatureScheme {
  return {
    ...metaScheme,
    name: provider,
    variable: PROVIDER_VARIABLES[provider].secret,
    secretsOf: ({ ofProvider }) => ofProvider?.(provider).secrets ?? [],
  };
}

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
