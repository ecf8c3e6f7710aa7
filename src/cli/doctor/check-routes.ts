import type { Program } from "../../compile/script.ts";
import type { Configuration } from "../../host/configuration.ts";
import { PROVIDER_VARIABLES } from "../../host/configuration/provider-settings.ts";
import { PROVIDER_TITLES, type WhatsAppProvider } from "../../host/whatsapp/providers.ts";
import { describeVerification } from "../../server/exposure.ts";
import { type Route, RouteTable } from "../../routes/route-table.ts";
import type { HttpSettings } from "../../server/settings.ts";
import { isVerified } from "../../server/verify/policy.ts";
import type { Finding } from "./finding.ts";

/** Tells what to enter at the dashboard of whoever calls a route, and what of it is not ready. */
export function checkRoutes(
  program: Program,
  configuration: Configuration,
  http: HttpSettings,
): readonly Finding[] {
  const { routes } = new RouteTable(program.handlers, http);
  return routes
    .filter((route) => !isBlock(route))
    .map((route) => routeFinding(route, configuration, http));
}

/** Calls find their way to the blocks of a script by themselves. */
function isBlock({ handlers: { webhook } }: Route): boolean {
  return webhook?.declaration.kind === "twilio" && webhook.declaration.block !== undefined;
}

function routeFinding(route: Route, configuration: Configuration, http: HttpSettings): Finding {
  const { method, path, verification } = route;
  const who = callersOf(route, http);
  const address = `${baseOf(configuration)}${path}`;
  const own = { area: "routes", subject: `${method} ${path}` } as const;
  const isOpen = verification === "open";
  const text = `${entryOf(route, address)}; ${who}`;
  if (!isOpen && !isVerified(verification, http)) return { ...own, state: "warning", text };
  if (!isForWhatsApp(route)) return { ...own, state: "ok", text };
  const [variable, isSet] = tokenOf(route.handlers.provider, configuration);
  const token = isSet
    ? "the verify token is set"
    : `${variable} is not set, so it cannot subscribe`;
  return { ...own, state: isSet ? "ok" : "warning", text: `${text}; ${token}` };
}

function callersOf({ verification }: Route, http: HttpSettings): string {
  const isTaken = verification === "open" || isVerified(verification, http);
  if (http.mode === "development" || isTaken) return describeVerification(verification, http);
  return "refused, as no secret is set";
}

function entryOf(route: Route, address: string): string {
  const { handlers, method } = route;
  const declaration = handlers.webhook?.declaration;
  if (declaration?.kind === "twilio") {
    const event = declaration.event === "sms" ? "a message comes in" : "a call comes in";
    return `enter ${address} at Twilio for "${event}", with POST`;
  }
  if (!isForWhatsApp(route) && handlers.provider !== "whatsable") return `${method} ${address}`;
  const fields = handlers.provider === "meta" ? `, with the ${fieldsOf(route)}` : "";
  return `enter ${address} at ${PROVIDER_TITLES[handlers.provider]} as the webhook${fields}`;
}

/** Gives the fields that have to be subscribed to, those of ON WHATSAPP EVENT too. */
function fieldsOf({ handlers: { whatsapp } }: Route): string {
  const others = whatsapp.flatMap(({ declaration: { field } }) => field ?? []);
  const fields = [...new Set(["messages", ...others])];
  return `${fields.length === 1 ? "field" : "fields"} ${fields.join(", ")}`;
}

/** Tells whether a route makes the handshake of Meta. */
function isForWhatsApp({ handlers: { provider, whatsapp }, verification }: Route): boolean {
  if (provider === "whatsable") return false;
  return whatsapp.length > 0 || provider !== "meta" || verification === "meta";
}

function tokenOf(
  provider: WhatsAppProvider,
  { whatsapp, providers }: Configuration,
): readonly [variable: string, isSet: boolean] {
  if (provider === "meta") return ["WHATSAPP_VERIFY_TOKEN", whatsapp.verifyTokens.length > 0];
  const { verifyTokens } = providers[provider];
  return [PROVIDER_VARIABLES[provider].verifyToken, verifyTokens.length > 0];
}

function baseOf({ server }: Configuration): string {
  const { publicUrl, host, port, tls } = server;
  return publicUrl ?? `${tls === undefined ? "http" : "https"}://${host}:${String(port)}`;
}
