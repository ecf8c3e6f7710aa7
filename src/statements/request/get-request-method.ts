import { definePhraseFunction } from "../define.ts";

/** `GET REQUEST METHOD`: POST, GET … in upper case. */
export const getRequestMethod = definePhraseFunction({
  pattern: "GET REQUEST METHOD",
  summary: "Gives the HTTP method of the request in upper case.",
  example: `ON WEBHOOK ANY TO "/orders" DO
  IF GET REQUEST METHOD = "DELETE" THEN SET RESPONSE STATUS TO 405
END ON`,
  request: "/orders -X DELETE -w '%{http_code}'",
  output: "405",
  returns: "text",
  needs: ["request"],
  run: (_slots, { host }) => host.request.current().method,
});
