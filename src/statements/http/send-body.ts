import { httpMessages } from "../../diagnostics/codes/http.ts";
import { BasicError } from "../../runtime/error.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";
import type { RunnableEntry, StatementContext } from "../define.ts";
import { attachedFilesProblem, oneFileProblem } from "./attached-files.ts";
import { type CallContext, callForValue } from "./call.ts";
import { contentTypeIn, readHeaders } from "./request-headers.ts";
import { readUpload } from "./read-upload.ts";
import { readAddress } from "./web-address.ts";

const HEADERS = "[HEADERS <headers?:any>]";
const CLAUSES = "{ ATTACH <attach?:any> | FILE <file?:text> | HEADERS <headers?:any> }";
const RETURNS = "the body of the answer, which has .status, .statusText, .headers and .data beside";

/** `POST url, data`: what the service answers to it. */
export const httpPost = defineSending(
  "POST",
  {
    summary:
      "Sends data to an address. An object or a list goes as JSON, or as a form where the content type after it says so; a text goes as it is. WITH makes an object of names and values. WEBHOOK POST does the same. ATTACH sends files along, as a form (multipart/form-data) whose other fields are the names and values; FILE sends a file alone, as it is. An answer that is no success is no error: look at .status.",
    example: `TRY
  LET ORDER = POST "https://shop.example/orders" WITH item = "tea", amount = 2
  IF ORDER.status = 201 THEN PRINT "Order " + ORDER.id
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  },
  [
    `WEBHOOK POST <url:any>[, <body?:any>] ${CLAUSES}`,
    `WEBHOOK POST <url:any> WITH <body?:named> ${CLAUSES}`,
  ],
);

/** `PUT url, data`: puts something in the place of what is at an address. */
export const httpPut = defineSending("PUT", {
  summary:
    "Puts data in the place of what is at an address; otherwise as POST. A call that got no answer is made again by itself.",
  example: `TRY
  LET ANSWER = PUT "https://shop.example/orders/7", { "item": "tea", "amount": 3 }
  PRINT ANSWER.status
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
});

/** `PATCH url, data`: changes a part of what is at an address. */
export const httpPatch = defineSending("PATCH", {
  summary: "Changes a part of what is at an address; otherwise as POST.",
  example: `TRY
  LET ANSWER = PATCH "https://shop.example/orders/7" WITH amount = 4
  PRINT ANSWER.status
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
});

/** `DELETE url`: removes what is at an address. */
export const httpDelete = definePhraseFunction({
  pattern: `DELETE <url:any>[, <body?:any>] ${HEADERS}`,
  also: [`DELETE HTTP <url:any>[, <body?:any>] ${HEADERS}`],
  summary:
    "Removes what is at an address. An answer that is no success is no error: look at .status. A call that got no answer is made again by itself.",
  example: `TRY
  LET ANSWER = DELETE "https://shop.example/orders/7"
  PRINT ANSWER.status
CATCH problem
  PRINT "The shop does not answer."
END TRY`,
  output: "The shop does not answer.",
  returns: RETURNS,
  needs: ["http", "sentHeaders"],
  runAsync: async ({ url, body, headers }, context) => {
    const title = "DELETE";
    const address = readAddress(title, url);
    return callForValue(
      {
        title,
        method: title,
        url: address,
        headers: readHeaders(headers),
        body,
        type: undefined,
        refuses: "none",
      },
      context,
    );
  },
});

interface Documentation {
  readonly summary: string;
  readonly example: string;
}

function defineSending(
  title: "POST" | "PUT" | "PATCH",
  documentation: Documentation,
  also: readonly string[] = [],
) {
  const content = "[, <body?:any>[, <type?:text>]]";
  return definePhraseFunction({
    pattern: `${title} <url:any>${content} ${CLAUSES}`,
    also: [
      `${title} <url:any> WITH <body?:named> ${CLAUSES}`,
      `${title} HTTP <url:any>${content} ${CLAUSES}`,
      `${title} HTTP <url:any> WITH <body?:named> ${CLAUSES}`,
      ...also,
    ],
    ...documentation,
    output: "The shop does not answer.",
    returns: RETURNS,
    raises: [
      "GB4615",
      "GB4616",
      "GB4617",
      "GB4750",
      "GB4751",
      "GB4752",
      "GB4753",
      "GB4754",
      "GB4755",
      "GB4756",
    ],
    needs: ["http", "sentHeaders", "files"],
    checks: {
      attach: (value, { look }) => attachedFilesProblem(title, value, look),
      file: (value, { look }) => oneFileProblem(title, value, look),
    },
    runAsync: (slots, context) => send(title, slots, context),
  }) satisfies RunnableEntry;
}

interface SendingSlots {
  readonly url: Value;
  readonly body: Value | undefined;
  readonly type: string | undefined;
  readonly headers: Value | undefined;
  readonly attach: Value | undefined;
  readonly file: string | undefined;
}

async function send(
  title: string,
  { url, body, type, headers: given, attach, file }: SendingSlots,
  context: CallContext & StatementContext<"files">,
): Promise<Value> {
  const address = readAddress(title, url);
  checkType(title, type);
  const headers = readHeaders(given);
  const written = { title, values: body, attach, file, type: type ?? contentTypeIn(headers) };
  const upload = await readUpload(written, context.host.files);
  return callForValue(
    { title, method: title, url: address, headers, body, type, upload, refuses: "none" },
    context,
  );
}

/** `POST url, a, b` sends two values without names, which is most likely not meant. */
function checkType(title: string, type: string | undefined): void {
  if (type === undefined || /^[\w.+-]+\/[\w.+-]+\s*(?:;|$)/.test(type)) return;
  throw new BasicError(httpMessages.noContentType(title, describe(type)));
}
