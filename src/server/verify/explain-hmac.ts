import type { HmacVerification } from "../../host/handler.ts";
import type { NamedSecret } from "../settings.ts";
import { bodyVariants, type WrongSignature } from "./explain-meta.ts";
import { type ClaimedSignature, isOutOfTime, readSignature, secondsSince, signs } from "./hmac.ts";

const FORMS = {
  plain:
    "hexadecimal or Base64 digits of the right number, with or without a beginning such as sha256=",
  stripe: "t= and a time, a comma, v1= and hexadecimal digits",
  slack: "v0= and hexadecimal digits, beside the header X-Slack-Request-Timestamp",
} as const;

/**
 * Says what a wrong signature of any service would have matched.
 * @param others configured values that are no secrets of this route
 */
export function explainHmac(
  wrong: WrongSignature,
  verification: HmacVerification,
  others: readonly NamedSecret[],
): string {
  const { signed, signature, secrets } = wrong;
  const claimed = readSignature(verification, signed, signature);
  if (claimed === undefined)
    return otherAlgorithm(wrong, verification) ?? `it is not ${FORMS[verification.form]}`;
  const matches = (body: Uint8Array | string, secret: string) =>
    signs(verification, body, claimed, secret);
  const { rawBody } = signed.request;
  if (secrets.some((secret) => matches(rawBody, secret)))
    return outOfTime(verification, claimed, wrong);
  const other = others.find(({ value }) => matches(rawBody, value));
  if (other !== undefined) {
    return `it was made with the value of ${other.name}; ${verification.secret} must be the secret of this webhook`;
  }
  for (const [description, body] of bodyVariants(Buffer.from(rawBody).toString())) {
    if (secrets.some((secret) => matches(body, secret))) {
      return `it matches ${description}: something between the sender and this server rewrites the body`;
    }
  }
  return `no configured secret and no known form of the body matches: check that ${verification.secret} is the secret of this webhook`;
}

function outOfTime(
  verification: HmacVerification,
  claimed: ClaimedSignature,
  { signed }: WrongSignature,
): string {
  if (!isOutOfTime(verification, claimed, signed)) return "it is right";
  const age = secondsSince(claimed.time, signed.receivedAt);
  const when = age > 0 ? `${String(age)} seconds old` : `${String(-age)} seconds ahead`;
  return `it is right but ${when}, and ${String(verification.tolerance)} are allowed: it is sent again, or a clock is wrong`;
}

function otherAlgorithm(
  { signed, signature, secrets }: WrongSignature,
  verification: HmacVerification,
): string | undefined {
  for (const algorithm of ["sha1", "sha256", "sha512"] as const) {
    const other = { ...verification, algorithm };
    const claimed = readSignature(other, signed, signature);
    if (claimed === undefined) continue;
    if (secrets.some((secret) => signs(other, signed.request.rawBody, claimed, secret))) {
      return `it was made with ${algorithm.toUpperCase()}, and the handler says ${verification.algorithm.toUpperCase()}`;
    }
  }
  return undefined;
}
