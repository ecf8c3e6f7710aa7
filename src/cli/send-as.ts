import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Configuration } from "../host/configuration.ts";
import { PROVIDER_VARIABLES, whatsAppPaths } from "../host/configuration/provider-settings.ts";
import type { WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { signMeta } from "../testing/events/sign-meta.ts";
import type { PostedRequest } from "./post-request.ts";
import type { SendOptions } from "./send-options.ts";
import type { Shipment } from "./send-requests.ts";

/** Whom a request pretends to come from. */
export interface EventSender {
  readonly provider: WhatsAppProvider;
  /** Where the settings want its deliveries. */
  readonly path: string;
  readonly secrets: readonly string[];
  /** The variable of the secrets. */
  readonly variable: string;
  readonly userAgent: string;
  /** The header of the signature. */
  readonly header: string;
}

const META_HEADER = "X-Hub-Signature-256";

/**
 * Decides who a delivery comes from: whom `--as` names, else the provider whose path it goes to, else the
 * first of WHATSAPP_PROVIDERS.
 */
export function senderOf(
  { as, to }: Pick<SendOptions, "as" | "to">,
  configuration: Configuration,
): EventSender {
  const paths = whatsAppPaths(configuration);
  const path = to === undefined ? undefined : pathIn(to);
  const listening = paths.find((one) => one.path === path) ?? paths[0];
  return senderFor(as ?? listening?.provider ?? "meta", configuration);
}

function senderFor(
  provider: WhatsAppProvider,
  { whatsapp, providers }: Configuration,
): EventSender {
  if (provider === "meta") {
    const { path, appSecrets: secrets } = whatsapp;
    const userAgent = "facebookexternalua";
    return {
      provider,
      path,
      secrets,
      variable: "WHATSAPP_APP_SECRET",
      userAgent,
      header: META_HEADER,
    };
  }
  const { path, secrets, signatureHeader: header = META_HEADER } = providers[provider];
  const variable = PROVIDER_VARIABLES[provider].secret;
  return { provider, path, secrets, variable, userAgent: "gbasic", header };
}

/** The path of an address as it is written. */
function pathIn(written: string): string {
  const path = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(written)?.[1] ?? written;
  return path.split("?", 1)[0] ?? path;
}

/** Makes a request with the signature of its sender, where there is a secret and nothing speaks against it. */
export function signedAs(
  { secrets, variable, userAgent, header }: EventSender,
  url: URL,
  body: string | Uint8Array<ArrayBuffer>,
  { secret: given, unsigned }: Pick<SendOptions, "secret" | "unsigned">,
  contentType = "application/json",
): Pick<Shipment, "request" | "note"> {
  const secret = unsigned ? undefined : (given ?? secrets[0]);
  const headers = {
    "Content-Type": contentType,
    "User-Agent": userAgent,
    ...(secret === undefined ? {} : { [header]: signMeta(body, secret) }),
  };
  const missing = secret === undefined && !unsigned;
  const note = missing ? sendMessages.unsigned(variable) : undefined;
  const request: PostedRequest = { url, headers, body };
  return { request, note };
}
