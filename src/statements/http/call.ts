import { callTitle } from "../../diagnostics/call-title.ts";
import type { HttpAnswer, HttpHeaders, ScriptCall } from "../../host/http-call.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { StatementContext } from "../define.ts";
import { answerValue } from "./answer-value.ts";
import { writeBody } from "./request-body.ts";

/** What the statements of calls work with. */
export type CallContext = Pick<
  StatementContext<"http" | "sentHeaders">,
  "host" | "limits" | "signal"
>;

/** A call as a statement describes it. */
export interface DescribedCall {
  /** Of the statement, for messages. */
  readonly title: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: HttpHeaders;
  readonly body: Value | undefined;
  /** The content type that the script names for the body. */
  readonly type: string | undefined;
  readonly refuses: ScriptCall["refuses"];
}

/**
 * Calls an address and gives the whole answer. The body has the type that the script names for it, in
 * the call or by SET HEADER, else the one that suits it.
 * @throws BasicError where the call cannot be made, no answer came or it is refused
 */
export function callAddress(described: DescribedCall, context: CallContext): Promise<HttpAnswer> {
  const { title, method, url, headers: given, refuses } = described;
  const { host, limits, signal } = context;
  const isType = ([name]: HttpHeaders[number]) => name.toLowerCase() === "content-type";
  const type = described.type ?? given.find(isType)?.[1] ?? host.sentHeaders.get("content-type");
  const body = writeBody(title, described.body ?? null, type, limits.textLength);
  const typed: HttpHeaders = body === undefined ? [] : [["Content-Type", body.type]];
  const headers = [...typed, ...given.filter((header) => !isType(header))];
  return host.http.call({ method, url: url.href, headers, body: body?.text, refuses }, signal);
}

/** Calls an address and gives the body of the answer as a value, with the members of an answer. */
export async function callForValue(described: DescribedCall, context: CallContext): Promise<Value> {
  const { method, url, refuses } = described;
  return answerValue(await callAddress(described, context), {
    call: callTitle(method, url.href),
    strict: refuses === "not-2xx",
    limits: context.limits,
  });
}
