import { PASSING_PROVIDERS, PROVIDER_TITLES } from "../../host/whatsapp/providers.ts";
import { PROVIDER_VARIABLES } from "../../host/configuration/provider-settings.ts";
import type { NamedSecret, HttpSettings } from "../settings.ts";
import { explainHmac } from "./explain-hmac.ts";
import { explainMeta } from "./explain-meta.ts";
import { explainTwilio } from "./explain-twilio.ts";
import { whatsAbleVerification } from "./whatsable.ts";
import { type SignatureScheme, signatureOf, type SignedRequest } from "./scheme.ts";

/** Tells for the log why a signature does not match. */
export type Explainer = (signed: SignedRequest, scheme: SignatureScheme) => string;

/** Each explanation computes dozens of HMACs, so a flood of forged requests must not buy many. */
const PAUSE_MS = 1000;
const LARGEST_BODY = 64 * 1024;

/**
 * Makes the explainer of wrong signatures. What it finds is for the log only: in a response it
 * would help a forger.
 * @param stopwatch monotonic milliseconds
 */
export function createExplainer(settings: HttpSettings, stopwatch: () => number): Explainer {
  let lastAt = -Infinity;
  return (signed, scheme) => {
    const now = stopwatch();
    if (now - lastAt < PAUSE_MS) return "not examined, as another signature was just now";
    if (signed.request.rawBody.length > LARGEST_BODY) return "not examined, as the body is large";
    lastAt = now;
    return explain(signed, scheme, settings);
  };
}

function explain(signed: SignedRequest, scheme: SignatureScheme, settings: HttpSettings): string {
  const signature = signatureOf(scheme, signed.request);
  if (signature === undefined) return `${scheme.header} was sent more than once`;
  const subject = { signed, signature, secrets: scheme.secretsOf(settings.secrets) };
  const others = strangers(scheme, settings);
  switch (scheme.name) {
    case "twilio":
      return explainTwilio(subject, others, settings.publicUrl);
    case "hmac":
      return scheme.hmac === undefined ? "" : explainHmac(subject, scheme.hmac, others);
    case "whatsable":
      return explainHmac(subject, whatsAbleVerification(settings.secrets), others);
    default:
      return explainMeta(subject, others, { title: PROVIDER_TITLES[scheme.name], ...scheme });
  }
}

/** Every configured secret that is not the one asked for, under the name of its variable. */
function strangers(scheme: SignatureScheme, settings: HttpSettings): readonly NamedSecret[] {
  const { metaAppSecrets, metaVerifyTokens, twilioAuthTokens, ofProvider } = settings.secrets;
  const named = (name: string, values: readonly string[]): NamedSecret[] =>
    values.map((value) => ({ name, value }));
  return [
    ...named("WHATSAPP_VERIFY_TOKEN", metaVerifyTokens),
    ...(scheme.name === "meta" ? [] : named("WHATSAPP_APP_SECRET", metaAppSecrets)),
    ...(scheme.name === "twilio" ? [] : named("TWILIO_AUTH_TOKEN", twilioAuthTokens)),
    ...PASSING_PROVIDERS.filter((provider) => provider !== scheme.name).flatMap((provider) =>
      named(PROVIDER_VARIABLES[provider].secret, ofProvider?.(provider).secrets ?? []),
    ),
    ...settings.otherSecrets,
  ];
}
