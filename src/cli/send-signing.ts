import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Configuration } from "../host/configuration.ts";
import type { HmacVerification, Verification } from "../host/handler.ts";
import { PASSING_PROVIDERS } from "../host/whatsapp/providers.ts";
import { PRESETS, STANDARD_TOLERANCE } from "../statements/events/signing-presets.ts";
import { signHmac } from "../testing/events/sign-hmac.ts";
import { senderOf, signedAs } from "./send-as.ts";
import type { SendOptions } from "./send-options.ts";
import type { Shipment } from "./send-requests.ts";
import { UsageError } from "./usage-error.ts";

/** Services whose signature `--signed-by` makes, as they are written there. */
export const SERVICES: readonly string[] = [...PRESETS.keys()].map((name) => name.toLowerCase());

/** A body that is to be posted. */
export interface RawBody {
  readonly url: URL;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** How a service signs, by its name in `--signed-by`. */
export function verificationBy(service: string): Verification {
  const preset = PRESETS.get(service.toUpperCase());
  if (preset === undefined) throw new Error(`${service} is no service`);
  return { scheme: "hmac", ...preset, tolerance: STANDARD_TOLERANCE };
}

/**
 * Makes a request with the signature that a route wants, where there is a secret and nothing speaks
 * against it.
 * @param at the time of the signature, in ms since 1970-01-01 UTC
 * @throws UsageError GB5373 for a route of Twilio, which signs forms
 */
export function signedFor(
  verification: Verification,
  raw: RawBody,
  options: SendOptions,
  configuration: Configuration,
  at: number,
): Pick<Shipment, "request" | "note"> {
  const { url, body, contentType } = raw;
  if (typeof verification !== "string") {
    return signedByService(verification, raw, options, configuration, at);
  }
  if (verification === "twilio") throw new UsageError(sendMessages.signedByTwilio());
  const unsigned = options.unsigned || verification === "open";
  const provider = ["meta", ...PASSING_PROVIDERS].includes(verification);
  const as =
    provider && verification !== "auto" && verification !== "open" ? verification : options.as;
  const sender = senderOf({ ...options, ...(as === undefined ? {} : { as }) }, configuration);
  return signedAs(sender, url, body, { ...options, unsigned }, contentType);
}

function signedByService(
  verification: HmacVerification,
  { url, body, contentType }: RawBody,
  { secret: given, unsigned }: SendOptions,
  { secretsIn }: Configuration,
  at: number,
): Pick<Shipment, "request" | "note"> {
  const { secret: variable } = verification;
  const secret = unsigned ? undefined : (given ?? secretsIn(variable)[0]);
  const signature = secret === undefined ? [] : signHmac(body, { ...verification, secret, at });
  const headers = {
    "Content-Type": contentType,
    "User-Agent": "gbasic",
    ...Object.fromEntries(signature),
  };
  const isMissing = secret === undefined && !unsigned;
  const note = isMissing ? sendMessages.unsigned(variable) : undefined;
  return { request: { url, headers, body }, note };
}
