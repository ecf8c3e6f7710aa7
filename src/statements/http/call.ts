import { callTitle } from "../../diagnostics/call-title.ts";
import type { FileBody, FormBody } from "../../host/http-body.ts";
import type { HttpAnswer, HttpHeaders, ScriptCall } from "../../host/http-call.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { StatementContext } from "../define.ts";
import { answerValue } from "./answer-value.ts";
import { contentTypeIn } from "./request-headers.ts";
import { type RequestBody, writeBody } from "./request-body.ts";

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
  /** Takes the place of the body where files are sent. */
  readonly upload?: FileBody | FormBody | undefined;
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
  const { title, method, url, headers: given, refuses, upload } = described;
  const { host, limits, signal } = context;
  const type = described.type ?? contentTypeIn(given) ?? host.sentHeaders.get("content-type");
  const sent =
    upload === undefined
      ? writeBody(title, described.body ?? null, type, limits.textLength)
      : typed(upload, type);
  const headers: HttpHeaders = [
    ...(sent?.type === undefined ? [] : [["Content-Type", sent.type] as const]),
    ...given.filter(([name]) => name.toLowerCase() !== "content-type"),
  ];
  return host.http.call({ method, url: url.href, headers, body: sent?.body, refuses }, signal);
}

function typed(upload: FileBody | FormBody, type: string | undefined): RequestBody {
  if (upload.kind === "form") return { body: upload, type: undefined };
  return { body: upload, type: type ?? upload.file.contentType };
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
