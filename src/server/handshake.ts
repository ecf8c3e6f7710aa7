import { serverMessages } from "../diagnostics/codes/server.ts";
import type { OutgoingResponse } from "../host/http.ts";
import { PROVIDER_VARIABLES } from "../host/configuration/provider-settings.ts";
import { PROVIDER_TITLES, type WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { Refusal } from "./refusal.ts";
import { parseFields } from "../routes/request-path.ts";
import { sameText } from "./verify/constant-time.ts";

/** Tells whether a query belongs to Meta's handshake, complete or not. */
export function isHandshake(queryText: string): boolean {
  return [...parseFields(queryText).keys()].some((name) => name.startsWith("hub."));
}

/**
 * Answers Meta's handshake, which proves that the owner of the app owns the endpoint: the
 * challenge comes back where `hub.mode` is `subscribe` and `hub.verify_token` is a known one
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started, "Verification Requests").
 * @param queryText the query without its `?`
 * @param verifyTokens the tokens that are valid now
 * @param provider whose handshake it is: a service that passes events on makes it as Meta does
 * @throws Refusal 403 for anything else
 */
export function answerHandshake(
  queryText: string,
  verifyTokens: readonly string[],
  provider: WhatsAppProvider,
): OutgoingResponse {
  const query = parseFields(queryText);
  if (verifyTokens.length === 0) {
    const variable =
      provider === "meta" ? "WHATSAPP_VERIFY_TOKEN" : PROVIDER_VARIABLES[provider].verifyToken;
    throw new Refusal(403, serverMessages.noVerifyToken(variable, PROVIDER_TITLES[provider]));
  }
  const mode = single(query, "hub.mode");
  const token = single(query, "hub.verify_token");
  const challenge = single(query, "hub.challenge");
  if (mode !== "subscribe") throw refused(`hub.mode is ${mode}, expected subscribe`);
  if (!verifyTokens.some((known) => sameText(known, token)))
    throw refused("hub.verify_token is not the configured token");
  return {
    status: 200,
    // A challenge is whatever the caller wrote: no browser may take it for a page.
    headers: [
      ["Content-Type", "text/plain; charset=utf-8"],
      ["X-Content-Type-Options", "nosniff"],
    ],
    body: challenge,
  };
}

function single(query: ReadonlyMap<string, readonly string[]>, name: string): string {
  const values = query.get(name) ?? [];
  const [value] = values;
  if (value === undefined || value === "") throw refused(`${name} is missing`);
  if (values.length > 1) throw refused(`${name} was given more than once`);
  return value;
}

function refused(reason: string): Refusal {
  return new Refusal(403, serverMessages.handshakeRefused(reason));
}
