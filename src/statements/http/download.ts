import { definePhraseFunction } from "../define.ts";
import { keptNameCheck } from "../kept-name-check.ts";
import { readHeaders } from "./request-headers.ts";
import { readAddress } from "./web-address.ts";

/** `DOWNLOAD "https://…/prices.pdf" AS "prices.pdf"`: keeps what is at an address as a file. */
export const httpDownload = definePhraseFunction({
  pattern: "DOWNLOAD <url:any>[, <path?:text>] [HEADERS <headers?:any>]",
  also: ["DOWNLOAD <url:any> AS <path:text> [HEADERS <headers?:any>]"],
  summary:
    "Fetches what is at an address and keeps it in the data folder, in a folder of its own. AS, or a second value, names the file, and so does whatever it is sent with; without, it has the name in the address. A name from outside is made safe. An answer that is no success is an error. As a statement, INTO names the variable that the path goes into.",
  example: `TRY
  LET FILE$ = DOWNLOAD "https://shop.example/prices.pdf"
  SEND MAIL TO "ana@example.com" WITH SUBJECT "Our prices" ATTACH FILE$
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  output: "The shop does not answer.",
  returns:
    "the path of the file, such as `media/5f0c…/photo.jpg`, which ATTACH, WITH IMAGE FROM and their like take",
  raises: ["GB4601", "GB4609", "GB4614", "GB4671", "GB4676"],
  needs: ["http", "sentHeaders"],
  checks: { path: keptNameCheck },
  runAsync: ({ url, path, headers }, { host, signal }) => {
    const address = readAddress("DOWNLOAD", url);
    const call = {
      method: "GET",
      url: address.href,
      headers: readHeaders(headers),
      body: undefined,
    } as const;
    return host.http.download(call, path, signal);
  },
});
