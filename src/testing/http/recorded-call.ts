import { STATUS_CODES } from "node:http";
import { z } from "zod";
import type { HttpAnswer, HttpCall, HttpHeaders } from "../../host/http-call.ts";
import { readBody, writeBody } from "./recorded-body.ts";
import { sameButSecrets, type SecretMask } from "./secret-mask.ts";

const body = {
  json: z.unknown().optional(),
  body: z.union([z.string(), z.array(z.string())]).optional(),
};
const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A call and its answer, as they stand in a file of recorded calls. */
export const recordedCallSchema = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    url: z.string(),
    headers: headers.optional(),
    ...body,
  }),
  answer: z.strictObject({
    status: z.int().min(200).max(599),
    statusText: z.string().optional(),
    headers,
    ...body,
    /** True for a body that is no text, which scripts do not see and which is not kept. */
    binary: z.literal(true).optional(),
  }),
});

/** A call and its answer, as they stand in a file of recorded calls. */
export type RecordedCall = z.infer<typeof recordedCallSchema>;

/** Headers of the connection, and the date, which would change the file each time. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  ...[
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-encoding",
    "content-length",
    "date",
  ],
]);

/** Makes the record of a call that was answered, with its secrets masked. */
export function recordCall(call: HttpCall, answer: HttpAnswer, mask: SecretMask): RecordedCall {
  const { status, statusText, isText } = answer;
  const kept = answer.headers.filter(([name]) => !NOT_KEPT.has(name.toLowerCase()));
  return {
    request: {
      method: call.method,
      url: mask.url(call.url),
      ...(call.headers.length === 0 ? {} : { headers: grouped(mask.sentHeaders(call.headers)) }),
      ...(call.body === undefined ? {} : writeBody(mask.body(call.body), true)),
    },
    answer: {
      status,
      ...(statusText === standardText(status) ? {} : { statusText }),
      headers: grouped(mask.receivedHeaders(kept)),
      ...(isText ? writeBody(mask.body(answer.body), false) : { binary: true }),
    },
  };
}

/** Gives a recorded answer back. */
export function answerIn({ answer }: RecordedCall): HttpAnswer {
  const { status, statusText = standardText(status), binary = false } = answer;
  const all: HttpHeaders = Object.entries(answer.headers).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one) => [name, one] as const),
  );
  return { status, statusText, headers: all, body: readBody(answer) ?? "", isText: !binary };
}

/** Tells whether a call is the one that was recorded: its method, address and body, but for secrets. */
export function isSameCall(call: HttpCall, { request }: RecordedCall): boolean {
  const written = readBody(request) ?? "";
  return isSameAddress(call, request) && sameButSecrets(call.body ?? "", written, "body");
}

/** Tells whether a call goes where a recorded one went. */
export function isSameAddress(call: HttpCall, { method, url }: RecordedCall["request"]): boolean {
  return call.method === method && sameButSecrets(call.url, url, "url");
}

function standardText(status: number): string {
  return STATUS_CODES[status] ?? "";
}

/** Several headers of one name become a list. */
function grouped(all: HttpHeaders): Record<string, string | string[]> {
  const byName = Map.groupBy(all, ([name]) => name.toLowerCase());
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      const [first = ""] = values;
      return [name, values.length > 1 ? values : first];
    }),
  );
}
