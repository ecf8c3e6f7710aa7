import type { Configuration } from "../../host/configuration.ts";
import type { WhatsAppProvider } from "../../host/whatsapp/providers.ts";

/** Gives the provider through which leaves what answers nobody. */
export function firstProvider({ whatsapp }: Configuration): WhatsAppProvider {
  return whatsapp.providers[0] ?? "meta";
}

/** Gives the address and the token of a provider's API, as far as they are set. */
export function sendingAccess(
  { whatsapp, providers }: Configuration,
  provider: WhatsAppProvider,
): { readonly apiUrl?: string | undefined; readonly accessToken?: string | undefined } {
  return provider === "meta" ? whatsapp : providers[provider];
}
