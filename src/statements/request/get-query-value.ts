import { definePhraseFunction } from "../define.ts";

/** `GET QUERY VALUE name`: null where the query has no such name. */
export const getQueryValue = definePhraseFunction({
  pattern: "GET QUERY VALUE <name:text>",
  summary: "Gives a value that follows ? in the address, or null. Of several it gives the first.",
  example: `ON WEBHOOK GET TO "/search" DO
  LET WORD$ = GET QUERY VALUE "q"
  PRINT "You searched for " + WORD$
END ON`,
  request: "/search?q=tea",
  output: "You searched for tea",
  returns: "text, or null where the address has no such name",
  needs: ["request"],
  run: ({ name }, { host }) => host.request.current().query.get(name)?.[0] ?? null,
});
