import { STATUS_CODES } from "node:http";
import { z } from "zod";
import { type FileMark, fileMark, type HttpBody, type SentFile } from "../../host/http-body.ts";
import type { HttpAnswer, HttpCall, HttpHeaders } from "../../host/http-call.ts";
import { readBody, writeBody } from "./recorded-body.ts";
import { sameButSecrets, type SecretMask } from "./secret-mask.ts";

const body = {
  json: z.unknown().optional(),
  body: z.union([z.string(), z.array(z.string())]).optional(),
};
const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const file = z.strictObject({ file: z.string(), type: z.string(), sha256: z.string() });
const part = z.union([
  z.strictObject({ name: z.string(), value: z.string() }),
  file.extend({ name: z.string() }),
]);

/** A call and its answer, as they stand in a file of recorded calls. */
export const recordedCallSchema = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    url: z.string(),
    headers: headers.optional(),
    ...body,
    /** A file that was sent alone, by its mark. */
    file: file.optional(),
    /** A form with files, the files by their marks. */
    form: z.array(part).optional(),
  }),
  answer: z.strictObject({
    status: z.int().min(200).max(599),
    statusText: z.string().optional(),
    headers,
    ...body,
    /** The bytes of a body that is no text, in base64. */
    base64: z.base64().optional(),
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
      ...sentBody(call.body, mask),
    },
    answer: {
      status,
      ...(statusText === standardText(status) ? {} : { statusText }),
      headers: grouped(mask.receivedHeaders(kept)),
      ...(isText ? writeBody(mask.body(answer.body), false) : bytesOf(answer)),
    },
  };
}

/** Gives a recorded answer back. */
export function answerIn({ answer }: RecordedCall): HttpAnswer {
  const { status, statusText = standardText(status), base64 } = answer;
  const all: HttpHeaders = Object.entries(answer.headers).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one) => [name, one] as const),
  );
  const plain = { status, statusText, headers: all };
  if (base64 === undefined) return { ...plain, body: readBody(answer) ?? "", isText: true };
  return { ...plain, body: "", isText: false, content: Buffer.from(base64, "base64") };
}

/** Tells whether a call is the one that was recorded: its method, address and body, but for secrets. */
export function isSameCall(call: HttpCall, { request }: RecordedCall): boolean {
  return isSameAddress(call, request) && isSameBody(call.body, request);
}

function isSameBody(body: HttpBody | undefined, request: RecordedCall["request"]): boolean {
  const { file, form } = request;
  if (body === undefined || typeof body === "string") {
    const isText = file === undefined && form === undefined;
    return isText && sameButSecrets(body ?? "", readBody(request) ?? "", "body");
  }
  if (body.kind === "file") return isSameFile(body.file, file);
  return (
    form?.length === body.parts.length &&
    form.every((recorded, at) => {
      const sent = body.parts[at];
      if (sent?.name !== recorded.name) return false;
      if ("file" in recorded) return isSameFile(sent.file, recorded);
      return sent.value !== undefined && sameButSecrets(sent.value, recorded.value, "body");
    })
  );
}

function isSameFile(sent: SentFile | undefined, recorded: FileMark | undefined): boolean {
  if (sent === undefined || recorded === undefined) return false;
  const { file, type, sha256 } = fileMark(sent);
  return file === recorded.file && type === recorded.type && sha256 === recorded.sha256;
}

/** Tells whether a call goes where a recorded one went. */
export function isSameAddress(call: HttpCall, { method, url }: RecordedCall["request"]): boolean {
  return call.method === method && sameButSecrets(call.url, url, "url");
}

function sentBody(body: HttpBody | undefined, mask: SecretMask) {
  if (body === undefined) return {};
  if (typeof body === "string") return writeBody(mask.body(body), true);
  if (body.kind === "file") return { file: fileMark(body.file) };
  const form = body.parts.map(({ name, value, file }) =>
    file === undefined ? { name, value: mask.field(name, value) } : { name, ...fileMark(file) },
  );
  return { form };
}

function bytesOf({ content = new Uint8Array() }: HttpAnswer) {
  return { base64: Buffer.from(content).toString("base64") };
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
