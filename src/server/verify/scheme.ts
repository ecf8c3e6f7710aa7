import type { HmacVerification } from "../../host/handler.ts";
import type { IncomingRequest } from "../../host/http.ts";
import type { WhatsAppProvider } from "../../host/whatsapp/providers.ts";
import type { VerificationSecrets } from "../settings.ts";

/** A request with the address that its sender computed the signature for. */
export interface SignedRequest {
  readonly request: IncomingRequest;
  /** Scheme, host, path and query as the sender called them. */
  readonly url: string;
  /** When it came, in ms since 1970-01-01 UTC. */
  readonly receivedAt: number;
}

/** One provider's way to sign its requests. */
export interface SignatureScheme {
  readonly name: WhatsAppProvider | "twilio" | "hmac";
  /** The status for a signature that is wrong; 403 unless the service's own guide says 401. */
  readonly wrongStatus?: 401;
  /** What the handler says of it, where the scheme is `hmac`. */
  readonly hmac?: HmacVerification;
  /** As the provider writes it; look it up in lower case. */
  readonly header: string;
  /** The variable that holds the secret. */
  readonly variable: string;
  secretsOf(secrets: VerificationSecrets): readonly string[];
  /**
   * Checks in constant time whether one of the secrets gives this signature.
   * @param signature the header's value as received
   */
  verify(signed: SignedRequest, signature: string, secrets: readonly string[]): boolean;
}

/** Returns the scheme's signature, or undefined where it is absent or was sent more than once. */
export function signatureOf(scheme: SignatureScheme, request: IncomingRequest): string | undefined {
  const values = request.headers.get(scheme.header.toLowerCase());
  return values?.length === 1 ? values[0] : undefined;
}
