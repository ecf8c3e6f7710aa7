import { httpMessages } from "../../diagnostics/codes/http.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";
import { callForValue } from "./call.ts";
import { readHeaders } from "./request-headers.ts";
import { readAddress } from "./web-address.ts";

/** `GRAPHQL url, query WITH id = 7`: what a GraphQL service answers. */
export const graphql = definePhraseFunction({
  pattern: "GRAPHQL <url:any>, <query:text>[, <variables?:any>] [HEADERS <headers?:any>]",
  also: ["GRAPHQL <url:any>, <query:text> WITH <variables?:named> [HEADERS <headers?:any>]"],
  summary:
    "Sends a query or a mutation to a GraphQL service; WITH gives the values of its variables. What was asked for is in .data, what went wrong in .errors.",
  example: `TRY
  LET ANSWER = GRAPHQL "https://shop.example/graphql", "query($id: ID!) { order(id: $id) { name } }" WITH id = 7
  PRINT ANSWER.data.order.name
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  output: "The shop does not answer.",
  returns: "an object with data or errors, as GraphQL has it",
  raises: ["GB4617"],
  needs: ["http", "sentHeaders"],
  runAsync: async ({ url, query, variables, headers }, context) => {
    const title = "GRAPHQL";
    const body = objectFrom([
      ["query", query],
      ...(variables === undefined ? [] : [["variables", variablesOf(variables)] as const]),
    ]);
    const address = readAddress(title, url);
    return callForValue(
      {
        title,
        method: "POST",
        url: address,
        headers: readHeaders(headers),
        body,
        type: JSON_TYPE,
        refuses: "none",
      },
      context,
    );
  },
});

const JSON_TYPE = "application/json";

function variablesOf(variables: Value): Value {
  if (isObject(variables) || variables === null) return variables;
  throw new BasicError(httpMessages.namesAndValues("GRAPHQL", describe(variables)));
}
