import { definePhraseFunction } from "../define.ts";

/** `GET REQUEST HEADER name`: null where the request has no such header. */
export const getRequestHeader = definePhraseFunction({
  pattern: "GET REQUEST HEADER <name:text>",
  summary:
    "Gives a header of the request, or null. Upper and lower case do not matter; repeated headers are joined with a comma.",
  example: `ON WEBHOOK POST TO "/orders" DO
  IF GET REQUEST HEADER "X-Api-Key" <> "secret" THEN SET RESPONSE STATUS TO 401
END ON`,
  request: `/orders -d id=7 -H 'X-Api-Key: guess' -w '%{http_code}'`,
  output: "401",
  returns: "text, or null where the request has no such header",
  needs: ["request"],
  run: ({ name }, { host }) =>
    host.request.current().headers.get(name.trim().toLowerCase())?.join(", ") ?? null,
});
