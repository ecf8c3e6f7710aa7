import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Configuration } from "../host/configuration.ts";
import { whatsAppPaths } from "../host/configuration/provider-settings.ts";
import type { HttpSettings, NamedSecret } from "../server/settings.ts";
import { StartupError } from "../server/startup-error.ts";
import { renderError } from "../runtime/render-error.ts";
import { checkFallback } from "./check-fallback.ts";
import type { CommandIo } from "./io.ts";
import { readCommandConfiguration } from "./read-configuration.ts";
import type { ServeOptions } from "./serve-options.ts";

/** What the server is told by the environment and the command line together. */
export interface ServeSettings {
  readonly configuration: Configuration;
  readonly http: HttpSettings;
}

/**
 * Reads the settings; what the command line says wins over the environment. Writes warnings to
 * standard error.
 * @throws StartupError that names every setting that is wrong, GB4128 for --insecure in production
 */
export async function readServeSettings(
  options: ServeOptions,
  io: CommandIo,
): Promise<ServeSettings> {
  const read = await readCommandConfiguration(io);
  if ("errors" in read) throw new StartupError(...read.errors);
  const { configuration } = read;
  tellOfFallback(configuration, io);
  const server = {
    ...configuration.server,
    port: options.port ?? configuration.server.port,
    host: options.host ?? configuration.server.host,
    data: options.data ?? configuration.server.data,
    production: options.production || configuration.server.production,
  };
  if (server.production && options.insecure) {
    throw new StartupError(serverMessages.insecureProduction());
  }
  const settled = { ...configuration, server };
  return { configuration: settled, http: httpSettings(settled, options.insecure) };
}

function tellOfFallback(configuration: Configuration, io: CommandIo): void {
  const found = checkFallback(configuration);
  const [first, ...others] = found.filter(({ severity }) => severity === "error");
  if (first !== undefined) throw new StartupError(first, ...others);
  for (const detail of found) io.stderr(`${renderError({ detail })}\n`);
}

/** Makes what the HTTP side of the server is told. */
export function httpSettings(configuration: Configuration, insecure: boolean): HttpSettings {
  const { server, whatsapp, twilio, limits } = configuration;
  return {
    mode: server.production ? "production" : "development",
    insecure,
    secrets: {
      metaAppSecrets: whatsapp.appSecrets,
      metaVerifyTokens: whatsapp.verifyTokens,
      twilioAuthTokens: twilio.authTokens,
      ofProvider: (provider) => configuration.providers[provider],
      ofVariable: configuration.secretsIn,
    },
    otherSecrets: otherSecrets(configuration),
    publicUrl: server.publicUrl,
    trustProxy: server.trustProxy,
    openMetrics: server.metrics === "open",
    whatsappPaths: whatsAppPaths(configuration),
    twilioPaths: twilio.paths,
    asksForStatuses: server.publicUrl !== undefined && twilio.accountSid !== undefined,
    bodyLimit: limits.bodyLength,
  };
}

function otherSecrets({ whatsapp, model }: Configuration): readonly NamedSecret[] {
  const candidates = [
    ["WHATSAPP_ACCESS_TOKEN", whatsapp.accessToken],
    ["LLM_API_KEY", model.apiKey],
  ] as const;
  return candidates.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
