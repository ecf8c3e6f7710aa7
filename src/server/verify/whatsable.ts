import { PROVIDER_VARIABLES } from "../../host/configuration/provider-settings.ts";
import type { HmacVerification } from "../../host/handler.ts";
import type { VerificationSecrets } from "../settings.ts";
import { hmacScheme } from "./hmac.ts";
import type { SignatureScheme } from "./scheme.ts";

/**
 * WhatsAble's signature, where it signs: the HMAC-SHA256 of the body in a header that the settings name,
 * as its guide says that there is one and not how it looks.
 */
export function whatsAbleScheme(secrets: VerificationSecrets): SignatureScheme {
  const found = secrets.ofProvider?.("whatsable").secrets ?? [];
  return {
    ...hmacScheme(whatsAbleVerification(secrets)),
    name: "whatsable",
    secretsOf: () => found,
  };
}

/** Says how WhatsAble signs, as a handler would. */
export function whatsAbleVerification({ ofProvider }: VerificationSecrets): HmacVerification {
  const { signatureHeader: header = "X-Hub-Signature-256" } = ofProvider?.("whatsable") ?? {};
  return {
    ...({ scheme: "hmac", title: "WhatsAble", algorithm: "sha256", form: "plain" } as const),
    ...{ header, secret: PROVIDER_VARIABLES.whatsable.secret, tolerance: 0 },
  };
}

/** The addresses that WhatsAble delivers from; undefined for any. */
export function whatsAbleAddresses({
  ofProvider,
}: VerificationSecrets): readonly string[] | undefined {
  return ofProvider?.("whatsable").allowed;
}
