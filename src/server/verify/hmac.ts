import { createHmac } from "node:crypto";

import type { HmacVerification } from "../../host/handler.ts";
import { sameBytes } from "./constant-time.ts";
import { type SignatureScheme, type SignedRequest } from "./scheme.ts";

/** What a header says: the signatures, and when they were made. */
export interface ClaimedSignature {
  /** The bytes of each signature; a service sends several while it rotates its secret. */
  readonly signatures: readonly Buffer[];
  /** As it is signed, in seconds since 1970; undefined for a signature without a time. */
  readonly time: string | undefined;
}

const BYTES = { sha1: 20, sha256: 32, sha512: 64 } as const;
const SLACK_TIME = "x-slack-request-timestamp";

/** Makes the scheme of a handler's `SIGNED BY HMAC`, `STRIPE` and the like. */
export function hmacScheme(verification: HmacVerification): SignatureScheme {
  return {
    name: "hmac",
    header: verification.header,
    variable: verification.secret,
    hmac: verification,
    secretsOf: (secrets) => secrets.ofVariable?.(verification.secret) ?? [],
    verify: (signed, signature, secrets) => {
      const claimed = readSignature(verification, signed, signature);
      if (claimed === undefined || isOutOfTime(verification, claimed, signed)) return false;
      return secrets.some((secret) => signs(verification, signed.request.rawBody, claimed, secret));
    },
  };
}

/** Tells whether one of the signatures is that of this body under a secret. */
export function signs(
  { algorithm, form }: Pick<HmacVerification, "algorithm" | "form">,
  body: Uint8Array | string,
  { signatures, time }: ClaimedSignature,
  secret: string,
): boolean {
  const hmac = createHmac(algorithm, secret);
  if (form === "stripe") hmac.update(`${time ?? ""}.`);
  if (form === "slack") hmac.update(`v0:${time ?? ""}:`);
  const expected = hmac.update(body).digest();
  // Every one is looked at, so that the time does not tell which of them is right.
  return signatures.map((one) => sameBytes(one, expected)).includes(true);
}

/** Reads a header; undefined where it does not have the form of such a signature. */
export function readSignature(
  { form, algorithm }: HmacVerification,
  { request }: SignedRequest,
  written: string,
): ClaimedSignature | undefined {
  if (form === "stripe") return readTimed(written, algorithm);
  const time = form === "slack" ? request.headers.get(SLACK_TIME)?.[0] : undefined;
  if (form === "slack" && !/^\d{1,12}$/.test(time ?? "")) return undefined;
  const bytes = readBytes(written.trim().replace(/^(?:sha\d+|hmac|v\d)=/i, ""), algorithm);
  return bytes === undefined ? undefined : { signatures: [bytes], time };
}

/** `t=1732617600,v1=5257a8…`; what other versions sign is passed over. */
function readTimed(
  written: string,
  algorithm: HmacVerification["algorithm"],
): ClaimedSignature | undefined {
  const parts = written.split(",").map((part) => part.trim().split(/=(.*)/s, 2));
  const times = parts.filter(([name]) => name === "t").map(([, value]) => value ?? "");
  const signatures = parts
    .filter(([name]) => name === "v1")
    .map(([, value]) => readBytes(value ?? "", algorithm))
    .filter((bytes) => bytes !== undefined);
  const [time] = times;
  if (times.length !== 1 || time === undefined || !/^\d{1,12}$/.test(time)) return undefined;
  return signatures.length === 0 ? undefined : { signatures, time };
}

/** Hexadecimal or Base64, as its length tells. */
function readBytes(written: string, algorithm: HmacVerification["algorithm"]): Buffer | undefined {
  const length = BYTES[algorithm];
  if (written.length === 2 * length && /^[0-9a-f]+$/i.test(written))
    return Buffer.from(written, "hex");
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(written)) return undefined;
  const bytes = Buffer.from(written, "base64");
  return bytes.length === length ? bytes : undefined;
}

/** Tells whether a signature is too old, or of a time that has not come. */
export function isOutOfTime(
  { form, tolerance }: HmacVerification,
  { time }: ClaimedSignature,
  { receivedAt }: SignedRequest,
): boolean {
  if (form === "plain") return false;
  return Math.abs(secondsSince(time, receivedAt)) > tolerance;
}

/** @param at milliseconds since 1970 */
export function secondsSince(time: string | undefined, at: number): number {
  return Math.floor(at / 1000) - Number(time);
}
