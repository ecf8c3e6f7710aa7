import { configurationMessages } from "../../diagnostics/codes/configuration.ts";
import { providerSettingMessages } from "../../diagnostics/codes/provider-settings.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import {
  PASSING_PROVIDERS,
  type PassingProvider,
  PROVIDER_TITLES,
  type WhatsAppPath,
  type WhatsAppProvider,
} from "../whatsapp/providers.ts";
import type { Environment } from "./schema.ts";

/** A service that passes WhatsApp's events on, as it is configured. */
export interface ProviderSettings {
  /** Where its deliveries come to. */
  readonly path: string;
  /** What it signs with, the newest first. */
  readonly secrets: readonly string[];
  /** Of the handshake, the newest first. */
  readonly verifyTokens: readonly string[];
  /** Where messages leave through it, without a `/` at its end. */
  readonly apiUrl: string | undefined;
  readonly accessToken: string | undefined;
  /** The addresses that it delivers from; undefined for any. */
  readonly allowed?: readonly string[] | undefined;
  /** The header of its signature, where it is another than Meta's. */
  readonly signatureHeader?: string;
}

export type ProvidersSettings = Readonly<Record<PassingProvider, ProviderSettings>>;

/** The variables of a provider, as messages name them. */
export const PROVIDER_VARIABLES = {
  cmzon: {
    path: "CMZON_PATH",
    secret: "CMZON_WEBHOOK_SECRET",
    verifyToken: "CMZON_VERIFY_TOKEN",
    sending: ["CMZON_API_URL", "CMZON_ACCESS_TOKEN"],
  },
  superwaba: {
    path: "SUPERWABA_PATH",
    secret: "SUPERWABA_APP_SECRET",
    verifyToken: "SUPERWABA_VERIFY_TOKEN",
    sending: ["SUPERWABA_API_URL", "SUPERWABA_ACCESS_TOKEN"],
  },
  whatsable: {
    path: "WHATSABLE_PATH",
    secret: "WHATSABLE_WEBHOOK_SECRET",
    verifyToken: "WHATSAPP_VERIFY_TOKEN",
    sending: ["WHATSABLE_API_URL", "WHATSABLE_ACCESS_TOKEN"],
  },
} as const satisfies Readonly<Record<PassingProvider, object>>;

/** Sorts the variables of the services by service. */
export function providersSettings(found: Environment): ProvidersSettings {
  const tokens = (own: readonly string[]) => firstSet(own, found.WHATSAPP_VERIFY_TOKEN);
  return {
    cmzon: {
      path: found.CMZON_PATH,
      secrets: found.CMZON_WEBHOOK_SECRET,
      verifyTokens: tokens(found.CMZON_VERIFY_TOKEN),
      apiUrl: found.CMZON_API_URL,
      accessToken: found.CMZON_ACCESS_TOKEN,
    },
    // It passes on what Meta signs for an app that may be registered at Meta itself.
    superwaba: {
      path: found.SUPERWABA_PATH,
      secrets: firstSet(found.SUPERWABA_APP_SECRET, found.WHATSAPP_APP_SECRET),
      verifyTokens: tokens(found.SUPERWABA_VERIFY_TOKEN),
      apiUrl: found.SUPERWABA_API_URL ?? found.WHATSAPP_API_URL,
      accessToken: superWabaToken(found),
    },
    whatsable: {
      path: found.WHATSABLE_PATH,
      secrets: found.WHATSABLE_WEBHOOK_SECRET,
      verifyTokens: found.WHATSAPP_VERIFY_TOKEN,
      apiUrl: found.WHATSABLE_API_URL,
      accessToken: found.WHATSABLE_ACCESS_TOKEN,
      allowed: found.WHATSABLE_ALLOW,
      signatureHeader: found.WHATSABLE_SIGNATURE_HEADER,
    },
  };
}

/** Meta's token goes to Meta alone: an address of SuperWaba's own takes a token of its own. */
function superWabaToken(found: Environment): string | undefined {
  const ofMeta = found.SUPERWABA_API_URL === undefined ? found.WHATSAPP_ACCESS_TOKEN : undefined;
  return found.SUPERWABA_ACCESS_TOKEN ?? ofMeta;
}

function firstSet(own: readonly string[], otherwise: readonly string[]): readonly string[] {
  return own.length > 0 ? own : otherwise;
}

/** Lists the paths on which ON WHATSAPP handlers listen, in the order of WHATSAPP_PROVIDERS. */
export function whatsAppPaths(configuration: {
  readonly whatsapp: { readonly path: string; readonly providers: readonly WhatsAppProvider[] };
  readonly providers: ProvidersSettings;
}): readonly WhatsAppPath[] {
  const { whatsapp, providers } = configuration;
  return whatsapp.providers.map((provider) => ({
    provider,
    path: provider === "meta" ? whatsapp.path : providers[provider].path,
  }));
}

/** Tells whether a name that two variables accept counts for the other of them. */
export function isOfOther(
  variable: string,
  name: string,
  environment: ReadonlyMap<string, string>,
): boolean {
  if (name !== "WEBHOOK_SECRET") return false;
  const listed = (environment.get("WHATSAPP_PROVIDERS") ?? "").toLowerCase().split(",");
  const isCmzon = listed.some((one) => one.trim() === "cmzon");
  return (variable === PROVIDER_VARIABLES.cmzon.secret) !== isCmzon;
}

/** Reports what is wrong with the settings of the services together: GB5490, and GB5491 as a warning. */
export function checkProviders(
  found: Environment,
  environment: ReadonlyMap<string, string>,
): Message[] {
  const providers = found.WHATSAPP_PROVIDERS;
  const paths = whatsAppPaths({
    whatsapp: { path: found.WHATSAPP_PATH, providers },
    providers: providersSettings(found),
  });
  const first = new Map<string, WhatsAppPath>();
  const same = paths.flatMap((one) => {
    const key = one.path.replace(/(?<=.)\/$/, "");
    const other = first.get(key);
    first.set(key, other ?? one);
    return other === undefined ? [] : [samePath(one, other)];
  });
  const idle = PASSING_PROVIDERS.filter((provider) => !providers.includes(provider)).flatMap(
    (provider) => {
      const { path } = PROVIDER_VARIABLES[provider];
      const isSet = (environment.get(path)?.trim() ?? "") !== "";
      return isSet ? [providerSettingMessages.notListed(path, provider)] : [];
    },
  );
  return [...same, ...idle];
}

function samePath(one: WhatsAppPath, other: WhatsAppPath): Message {
  const variable = (provider: WhatsAppProvider) =>
    provider === "meta" ? "WHATSAPP_PATH" : PROVIDER_VARIABLES[provider].path;
  return providerSettingMessages.samePath(
    [variable(other.provider), PROVIDER_TITLES[other.provider]],
    [variable(one.provider), PROVIDER_TITLES[one.provider]],
    one.path,
  );
}

/** Lists what production lacks of a service that delivers: its secret as an error, the handshake as a warning. */
export function whatProvidersMiss(
  verified: Iterable<PassingProvider>,
  providers: ProvidersSettings,
): Message[] {
  return [...verified].flatMap((provider): Message[] => {
    const title = PROVIDER_TITLES[provider];
    const { secret, verifyToken } = PROVIDER_VARIABLES[provider];
    const { secrets, verifyTokens, allowed } = providers[provider];
    if (provider === "whatsable") {
      const isOpen = secrets.length === 0 && allowed === undefined;
      return isOpen ? [providerSettingMessages.openToAnyone("WHATSABLE_ALLOW", title)] : [];
    }
    if (secrets.length === 0) return [providerSettingMessages.missingSecret(secret, title)];
    return verifyTokens.length === 0 ? [configurationMessages.noHandshake(verifyToken, title)] : [];
  });
}
