import type { Configuration } from "../host/configuration.ts";
import { whatsAppPaths } from "../host/configuration/provider-settings.ts";
import { WHATSAPP_PROVIDERS, type WhatsAppPath } from "../host/whatsapp/providers.ts";

/**
 * Lists where ON WHATSAPP handlers listen in tests: for every provider, those of the settings first,
 * so that a test can let any of them deliver.
 */
export function testWhatsAppPaths(configuration: Configuration): readonly WhatsAppPath[] {
  const listed = whatsAppPaths(configuration);
  const others = WHATSAPP_PROVIDERS.filter(
    (provider) => !listed.some((one) => one.provider === provider),
  );
  const { whatsapp } = configuration;
  const all = whatsAppPaths({ ...configuration, whatsapp: { ...whatsapp, providers: others } });
  return [...listed, ...all.filter(({ path }) => !listed.some((one) => one.path === path))];
}
