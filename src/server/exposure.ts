import { serverMessages } from "../diagnostics/codes/server.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Verification } from "../host/handler.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import type { Route } from "../routes/route-table.ts";
import type { HttpSettings } from "./settings.ts";
import { isLoopbackName } from "./verify/local-request.ts";
import { isVerified, verifyingSchemes } from "./verify/policy.ts";

/**
 * Tells whether a development server would take unsigned requests from the network.
 * @param host where it is to listen
 * @returns the error to stop with, or undefined where all is well or `--insecure` was given
 */
export function findExposure(
  host: string,
  routes: readonly Pick<Route, "verification">[],
  settings: HttpSettings,
): Message | undefined {
  if (settings.mode === "production" || settings.insecure || isLoopbackName(host)) return undefined;
  const unverified = routes.some(
    ({ verification }) => verification !== "open" && !isVerified(verification, settings),
  );
  return unverified ? serverMessages.exposed(host) : undefined;
}

/** Says in a few words who may call a route. */
export function describeVerification(verification: Verification, settings: HttpSettings): string {
  if (verification === "open") return "open to anyone";
  const titles = { ...PROVIDER_TITLES, twilio: "Twilio", hmac: "HMAC" } as const;
  const schemes = verifyingSchemes(verification, settings);
  if (schemes.length > 0)
    return `signed by ${schemes.map(({ name, hmac }) => hmac?.title ?? titles[name]).join(" or ")}`;
  if (isVerified(verification, settings)) return "from the addresses of WHATSABLE_ALLOW";
  if (settings.insecure) return "unsigned, from anywhere";
  return "unsigned, from this machine only, as no secret is set";
}
