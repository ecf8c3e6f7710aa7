import { createHmac } from "node:crypto";

/**
 * Signs a body as Meta does: `sha256=` and the HMAC-SHA256 of its bytes under the app secret, in
 * lower-case hexadecimal
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started, "Validating Payloads").
 * @returns the value of `X-Hub-Signature-256`
 */
export function signMeta(body: string | Uint8Array, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}
