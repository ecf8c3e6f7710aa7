import { definePhraseFunction } from "../define.ts";
import { callForValue } from "./call.ts";
import { readHeaders } from "./request-headers.ts";
import { addQuery, readAddress } from "./web-address.ts";

const CLAUSES = "[WITH <values?:named>] [HEADERS <headers?:any>]";

/** `GET "https://…"`: what is at an address. */
export const httpGet = definePhraseFunction({
  pattern: `GET <url:any> ${CLAUSES}`,
  also: [`GET HTTP <url:any> ${CLAUSES}`],
  summary:
    "Gets what is at an address: the value of its JSON, else its text. WITH puts names and values behind the ? of the address. An answer that is no success is an error. As a statement, INTO names the variable that it goes into.",
  example: `TRY
  LET ORDER = GET "https://shop.example/orders/7" WITH lang = "en"
  PRINT ORDER.name
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  output: "The shop does not answer.",
  returns: "the body of the answer, which has .status, .statusText, .headers and .data beside",
  raises: ["GB4609", "GB4614", "GB4617", "GB4618", "GB4619"],
  needs: ["http", "sentHeaders"],
  runAsync: async ({ url, values, headers }, context) => {
    const title = "GET";
    const address = readAddress(title, url);
    addQuery(title, address, values);
    const nothing = { body: undefined, type: undefined };
    return callForValue(
      {
        title,
        method: "GET",
        url: address,
        headers: readHeaders(headers),
        ...nothing,
        refuses: "not-2xx",
      },
      context,
    );
  },
});
