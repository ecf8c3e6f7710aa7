import type { TwilioPaths } from "../host/twilio-paths.ts";
import type { PassingProvider, WhatsAppPath } from "../host/whatsapp/providers.ts";

/** How strict the server is: development shows errors and simulates; production refuses and is silent. */
export type Mode = "development" | "production";

/** Secrets of a service that passes WhatsApp's events on. */
export interface ProviderSecrets {
  /** What it signs with. */
  readonly secrets: readonly string[];
  /** Tokens that its handshake may carry. */
  readonly verifyTokens: readonly string[];
  /** The addresses that it delivers from; undefined for any. */
  readonly allowed?: readonly string[] | undefined;
  /** The header of its signature, where it is another than Meta's. */
  readonly signatureHeader?: string;
}

/** Secrets that prove where a request comes from; each list holds all values valid now. */
export interface VerificationSecrets {
  /** Meta app secrets: keys of `X-Hub-Signature-256`. */
  readonly metaAppSecrets: readonly string[];
  /** Tokens that Meta's handshake may carry. */
  readonly metaVerifyTokens: readonly string[];
  /** Twilio auth tokens: keys of `X-Twilio-Signature`. */
  readonly twilioAuthTokens: readonly string[];
  /** The secrets of a service that passes WhatsApp's events on; none where nothing says them. */
  readonly ofProvider?: (provider: PassingProvider) => ProviderSecrets;
  /** The secrets in a variable of the environment that a handler names; none where there is none. */
  readonly ofVariable?: (name: string) => readonly string[];
}

/** A configured value that is no signing secret, but might have been used as one by mistake. */
export interface NamedSecret {
  /** The variable that holds it, such as `WHATSAPP_ACCESS_TOKEN`. */
  readonly name: string;
  readonly value: string;
}

/** What the HTTP side of the server is told; made from the configuration and the command line. */
export interface HttpSettings {
  readonly mode: Mode;
  /** `--insecure`: unsigned requests are taken in development wherever they come from. */
  readonly insecure: boolean;
  readonly secrets: VerificationSecrets;
  /** Only ever compared with, to explain a wrong signature in the log. */
  readonly otherSecrets: readonly NamedSecret[];
  /** Scheme, host and optional path prefix that the outside uses; no trailing slash. */
  readonly publicUrl: string | undefined;
  /** Addresses, ranges or `loopback`, `linklocal`, `uniquelocal` whose forwarded headers count. */
  readonly trustProxy: readonly string[];
  /** True where `/metrics` answers everybody in production. */
  readonly openMetrics: boolean;
  /** Where ON WHATSAPP handlers listen. */
  readonly whatsappPaths: readonly WhatsAppPath[];
  /** Where handlers for Twilio listen that name no path. */
  readonly twilioPaths: TwilioPaths;
  /** True where Twilio is asked to tell what becomes of what it is given. */
  readonly asksForStatuses: boolean;
  /** Largest request body, in bytes. */
  readonly bodyLimit: number;
}
