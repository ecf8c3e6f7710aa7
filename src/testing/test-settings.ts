import type { StandardPaths } from "../server/routes.ts";
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

/**
 * Makes the settings of a server that takes signed requests only, as in production.
 * @param bodyLimit the largest request body, in bytes
 */
export function testSettings(
  { whatsappPath, twilioPaths }: StandardPaths,
  bodyLimit: number,
): HttpSettings {
  return {
    mode: "production",
    insecure: false,
    secrets: {
      metaAppSecrets: [TEST_SECRETS.metaAppSecret],
      metaVerifyTokens: [TEST_SECRETS.metaVerifyToken],
      twilioAuthTokens: [TEST_SECRETS.twilioAuthToken],
      ofVariable: (name) => [testSecretOf(name)],
    },
    otherSecrets: [],
    publicUrl: undefined,
    trustProxy: [],
    openMetrics: false,
    whatsappPath,
    twilioPaths,
    bodyLimit,
  };
}
