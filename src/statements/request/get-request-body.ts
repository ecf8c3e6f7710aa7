import { definePhraseFunction } from "../define.ts";

/** `GET REQUEST BODY`: the body as text; bytes that are not UTF-8 become replacement characters. */
export const getRequestBody = definePhraseFunction({
  pattern: "GET REQUEST BODY",
  summary: "Gives the body of the request as text.",
  example: `ON WEBHOOK POST TO "/orders" DO
  PRINT LEN(GET REQUEST BODY)
END ON`,
  request: "/orders -d id=7",
  output: "4",
  returns: "text",
  needs: ["request"],
  run: (_slots, { host }) => new TextDecoder().decode(host.request.current().rawBody),
});
