import { PROVIDER_VARIABLES } from "../host/configuration/provider-settings.ts";
import type { PassingProvider } from "../host/whatsapp/providers.ts";
import type { StandardPaths } from "../routes/route-table.ts";
import type { HttpSettings } from "../server/settings.ts";

/** The address that tests send their requests to. */
export const TEST_ADDRESS = { protocol: "https", host: "gbasic.test" } as const;

/** Secrets that the requests of tests are signed with; they open nothing anywhere. */
export const TEST_SECRETS = {
  metaAppSecret: "app-secret-of-gbasic-test",
  metaVerifyToken: "verify-token-of-gbasic-test",
  twilioAuthToken: "auth-token-of-gbasic-test",
} as const;

/** Gives the secret of a variable that a script names, as tests have it. */
export function testSecretOf(variable: string): string {
  return `secret-of-gbasic-test-in-${variable}`;
}

/** Gives the secret with which a service signs in tests what it passes on. */
export function testSecretOfProvider(provider: PassingProvider): string {
  return testSecretOf(PROVIDER_VARIABLES[provider].secret);
}

/**
 * Makes the settings of a server that takes signed requests only, as in production.
 * @param bodyLimit the largest request body, in bytes
 */
export function testSettings(
  { whatsappPaths, twilioPaths }: Omit<StandardPaths, "asksForStatuses">,
  bodyLimit: number,
): HttpSettings {
  return {
    mode: "production",
    insecure: false,
    secrets: {
      metaAppSecrets: [TEST_SECRETS.metaAppSecret],
      metaVerifyTokens: [TEST_SECRETS.metaVerifyToken],
      twilioAuthTokens: [TEST_SECRETS.twilioAuthToken],
      ofProvider: (provider) => ({
        secrets: [testSecretOfProvider(provider)],
        verifyTokens: [TEST_SECRETS.metaVerifyToken],
      }),
      ofVariable: (name) => [testSecretOf(name)],
    },
    otherSecrets: [],
    publicUrl: undefined,
    trustProxy: [],
    openMetrics: false,
    whatsappPaths,
    twilioPaths,
    asksForStatuses: true,
    bodyLimit,
  };
}
