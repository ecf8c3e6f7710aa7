import type { IncomingRequest } from "../host/http.ts";
import { isRecord, type JsonRecord } from "./json-record.ts";

const UTF8 = new TextDecoder();
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads the object that a request holds as JSON.
 * @param isSigned true where its provider vouches for it. Anybody's page can make a browser post text, so all else
 *   has to say that it is JSON
 * @returns undefined for any other request
 */
export function readJsonBody(request: IncomingRequest, isSigned: boolean): JsonRecord | undefined {
  const read = readJson(request, isSigned);
  return "body" in read ? read.body : undefined;
}

/**
 * Says why a request holds no JSON object.
 * @param isSigned as for `readJsonBody`
 * @returns undefined where it holds one
 */
export function jsonProblem(request: IncomingRequest, isSigned: boolean): string | undefined {
  const read = readJson(request, isSigned);
  return "problem" in read ? read.problem : undefined;
}

function readJson(
  { headers, rawBody }: IncomingRequest,
  isSigned: boolean,
): { readonly body: JsonRecord } | { readonly problem: string } {
  const type = headers.get("content-type")?.[0];
  if (!isSigned && !JSON_TYPE.test(type ?? "")) {
    const found = type === undefined ? "it has no Content-Type" : `its Content-Type is ${type}`;
    return { problem: `${found}, expected application/json` };
  }
  if (rawBody.length === 0) return { problem: "its body is empty" };
  try {
    const body: unknown = JSON.parse(UTF8.decode(rawBody));
    return isRecord(body) ? { body } : { problem: "it is JSON, but no object" };
  } catch {
    return { problem: "its body is broken JSON" };
  }
}
