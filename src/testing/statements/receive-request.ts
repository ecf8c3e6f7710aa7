import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { BasicError } from "../../runtime/error.ts";
import { toJson } from "../../runtime/value/json.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import type { Phrase } from "../../syntax/ast.ts";
import type { CurrentBed } from "../current-bed.ts";
import { show } from "../expectation.ts";
import { checkedPath, reviewPath } from "../request-path.ts";
import { signatureOf, signRequest } from "../sign-request.ts";
import type { TestPhrase } from "../test-phrase.ts";

type Pairs = readonly (readonly [name: string, value: string])[];

const CONTENTS = ["json", "form", "body"] as const;

/** `RECEIVE POST "/path" WITH JSON …`: any request to a path of the script. */
export const receiveRequest = (bed: CurrentBed): TestPhrase => ({
  entry: defineStatement({
    pattern:
      "RECEIVE <method:word(POST|GET|PUT|PATCH|DELETE)> <path:text!> { JSON <json?:any> | FORM <form?:any> | BODY <body?:text> | HEADERS <headers?:any> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Sends a signed request to a path of the script, and waits until all that comes of it is done. JSON, FORM or BODY is what it holds; FORM and HEADERS are objects. UNSIGNED leaves the signatures out, FORGED makes them wrong.",
    example: `RECEIVE POST "/orders" WITH JSON { "id": 7 } AND HEADERS { "X-Shop": "north" }\nEXPECT BODY "taken 7"`,
    raises: ["GB2606", "GB3518", "GB3523"],
    runAsync: async ({ method, path, json, form, body, headers, signature }) => {
      const content = contentOf(json, form, body);
      const request = {
        method,
        target: checkedPath(path),
        headers: [...content.headers, ...pairsOf("HEADERS", headers)],
        body: content.body,
      };
      const { events, routes, time } = bed.get();
      const verification = routes.verificationOf(method, request.target);
      await events.send(signRequest(request, signatureOf(signature), verification, time.now()));
    },
  }),
  review: (phrase) => severalContents(phrase) ?? reviewPath("path")(phrase),
});

function severalContents({ slots }: Phrase): Message | undefined {
  const given = CONTENTS.filter((name) => slots.has(name)).map((name) => name.toUpperCase());
  return given.length > 1 ? testLanguageMessages.severalContents(given) : undefined;
}

function contentOf(
  json: Value | undefined,
  form: Value | undefined,
  body: string | undefined,
): { readonly headers: Pairs; readonly body: string } {
  if (json !== undefined) {
    const text = typeof json === "string" ? json : toJson(json);
    return { headers: [["Content-Type", "application/json"]], body: text };
  }
  if (form !== undefined) {
    const fields = new URLSearchParams();
    for (const [name, value] of pairsOf("FORM", form)) fields.append(name, value);
    const type = "application/x-www-form-urlencoded";
    return { headers: [["Content-Type", type]], body: fields.toString() };
  }
  return { headers: [], body: body ?? "" };
}

/** A list gives a name several values. @throws BasicError GB3523 for what is no object */
function pairsOf(clause: string, value: Value | undefined): Pairs {
  if (value === undefined) return [];
  if (!isObject(value)) throw new BasicError(testLanguageMessages.notPairs(clause, show(value)));
  return Object.entries(value).flatMap(([name, one]) =>
    (Array.isArray(one) ? one : [one]).map((each) => [name, toText(each)] as const),
  );
}
