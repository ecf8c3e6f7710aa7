import { toJson } from "../../runtime/value/json.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { signatureOf, signRequest } from "../sign-request.ts";

type Pairs = readonly (readonly [name: string, value: string])[];

/** `RECEIVE POST "/path" WITH JSON …`: any request to a path of the script. */
export const receiveRequest = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "RECEIVE <method:word(POST|GET|PUT|PATCH|DELETE)> <path:text!> { JSON <json?:any> | FORM <form?:any> | BODY <body?:text> | HEADERS <headers?:any> | <signature?:word(UNSIGNED|FORGED)> }",
    summary:
      "Sends a signed request to a path of the script, and waits until all that comes of it is done. UNSIGNED leaves the signatures out, FORGED makes them wrong.",
    example: `RECEIVE POST "/orders" WITH JSON { "id": 7 }`,
    runAsync: async ({ method, path, json, form, body, headers, signature }) => {
      const content = contentOf(json, form, body);
      const request = {
        method,
        target: path,
        headers: [...content.headers, ...pairsOf(headers ?? null)],
        body: content.body,
      };
      await bed.get().events.send(signRequest(request, signatureOf(signature)));
    },
  });

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
    for (const [name, value] of pairsOf(form)) fields.append(name, value);
    const type = "application/x-www-form-urlencoded";
    return { headers: [["Content-Type", type]], body: fields.toString() };
  }
  return { headers: [], body: body ?? "" };
}

/** A list gives a name several values. */
function pairsOf(value: Value): Pairs {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    (Array.isArray(one) ? one : [one]).map((each) => [name, toText(each)] as const),
  );
}
