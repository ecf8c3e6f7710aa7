import { httpMessages } from "../../diagnostics/codes/http.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";

/** `SET HEADER "name" = value`; what a comparison in the place of the name is. */
const setHeaderEquals = defineStatement({
  pattern: "SET HEADER EQUALS <left:any>, <operator:word>, <right:any>",
  summary: "Sends a header with each later call of the run.",
  example: `SET HEADER "X-Api-Key" = "abc"`,
  needs: ["sentHeaders"],
  run: ({ left, operator, right }, { host }) => {
    if (operator !== "=") throw new BasicError(httpMessages.headerWithoutValue(toText(left)));
    host.sentHeaders.set(toText(left), toText(right));
  },
});

/** `SET HEADER "Authorization", "Bearer " + token`: a header of the calls that follow. */
export const setHeader = defineStatement({
  pattern: "SET HEADER <name:any>[, <value?:text>]",
  also: ["SET HEADER <name:any> AS <value?:text>", "SET HEADER <name:any> TO <value?:text>"],
  summary:
    'Sends a header with each later GET, POST, PUT, PATCH, DELETE, GRAPHQL and SOAP of the run; an empty text takes it away. SET HEADER "name" = value does the same.',
  example: `SET HEADER "Authorization", "Bearer " + "a-token"
SET HEADER "Accept-Language" AS "pt-BR"
CLEAR HEADERS`,
  raises: ["GB4610", "GB4611", "GB4612", "GB4613"],
  needs: ["sentHeaders"],
  comparison: setHeaderEquals,
  run: ({ name, value }, { host }) => {
    if (value === undefined) throw new BasicError(httpMessages.headerWithoutValue(toText(name)));
    host.sentHeaders.set(toText(name), value);
  },
});

/** `CLEAR HEADERS`: what SET HEADER set is sent no more. */
export const clearHeaders = defineStatement({
  pattern: "CLEAR HEADERS",
  also: ["CLEAR HEADER"],
  summary: "Takes the headers away that SET HEADER has set.",
  example: `SET HEADER "Authorization", "Bearer " + "a-token"
CLEAR HEADERS`,
  needs: ["sentHeaders"],
  run: (_, { host }) => {
    host.sentHeaders.clear();
  },
});
