import { serverMessages } from "../diagnostics/codes/server.ts";
import type { OutgoingResponse } from "../host/http.ts";
import { Refusal } from "./refusal.ts";
import { parseFields } from "./request-path.ts";
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
 * @throws Refusal 403 for anything else
 */
export function answerHandshake(
  queryText: string,
  verifyTokens: readonly string[],
): OutgoingResponse {
  const query = parseFields(queryText);
  if (verifyTokens.length === 0) throw new Refusal(403, serverMessages.noVerifyToken());
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
