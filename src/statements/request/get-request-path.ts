import { definePhraseFunction } from "../define.ts";

/** `GET REQUEST PATH`: the path of the request without its query. */
export const getRequestPath = definePhraseFunction({
  pattern: "GET REQUEST PATH",
  summary: "Gives the path of the request, decoded and without the query.",
  example: `ON WEBHOOK GET TO "/orders/:id" DO
  PRINT "asked for " + GET REQUEST PATH
END ON`,
  request: "/orders/42?page=2",
  output: "asked for /orders/42",
  returns: "text",
  needs: ["request"],
  run: (_slots, { host }) => host.request.current().path,
});
