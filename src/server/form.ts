import busboy from "busboy";

import { serverMessages } from "../diagnostics/codes/server.ts";
import type { IncomingRequest, UploadedFile } from "../host/http.ts";
import { Refusal } from "./refusal.ts";
import { parseFields } from "../routes/request-path.ts";

/** The parts of a request that come from a form body. */
export type Form = Pick<IncomingRequest, "form" | "files">;

const EMPTY_FORM: Form = { form: new Map(), files: new Map() };

/** What one form may hold; beyond, it is refused rather than cut. */
export const FORM_LIMITS = { fields: 1000, files: 20, nameBytes: 200 } as const;

const FIELD_SEPARATOR = "&".charCodeAt(0);

/** Returns the media type in lower case, without its parameters; "" where there is none. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/**
 * Reads the fields and files of a form from the received bytes; other bodies give none.
 * @param contentType the header as received
 * @throws Refusal 400 for a multipart body that cannot be read, 413 for too many fields or files
 */
export async function parseForm(
  contentType: string | undefined,
  rawBody: Uint8Array,
): Promise<Form> {
  if (contentType === undefined || rawBody.length === 0) return EMPTY_FORM;
  switch (mediaType(contentType)) {
    case "application/x-www-form-urlencoded":
      return { form: parseUrlencoded(rawBody), files: EMPTY_FORM.files };
    case "multipart/form-data":
      return parseMultipart(contentType, rawBody);
    default:
      return EMPTY_FORM;
  }
}

function parseUrlencoded(rawBody: Uint8Array): Map<string, string[]> {
  let fields = 1;
  for (const byte of rawBody) {
    if (byte === FIELD_SEPARATOR && ++fields > FORM_LIMITS.fields) throw tooManyFields();
  }
  return parseFields(Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.length).toString());
}

function parseMultipart(contentType: string, rawBody: Uint8Array): Promise<Form> {
  return new Promise((resolve, reject) => {
    const form = new Map<string, string[]>();
    const files = new Map<string, UploadedFile[]>();
    const fail = (error: unknown): void => {
      const reason = error instanceof Error ? error.message : String(error);
      reject(new Refusal(400, serverMessages.badForm(reason.toLowerCase())));
    };
    const parser = createParser(contentType, rawBody.length, fail);
    if (parser === undefined) return;
    parser.on("field", (name, value) => {
      append(form, name, value);
    });
    parser.on("file", (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const content = Buffer.concat(chunks);
        append(files, name, { name: info.filename ?? "", contentType: info.mimeType, content });
      });
    });
    for (const limit of ["fieldsLimit", "filesLimit", "partsLimit"] as const)
      parser.on(limit, () => {
        reject(tooManyFields());
      });
    parser.on("error", fail);
    parser.on("close", () => {
      resolve({ form, files });
    });
    parser.end(rawBody);
  });
}

/** Returns undefined after failing, since busboy throws for a header without a boundary. */
function createParser(
  contentType: string,
  length: number,
  fail: (error: unknown) => void,
): busboy.Busboy | undefined {
  const { fields, files, nameBytes } = FORM_LIMITS;
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      // The body as a whole is bounded already: no field or file is ever cut short.
      limits: { fields, files, parts: fields + files, fieldNameSize: nameBytes, fieldSize: length },
    });
  } catch (error) {
    fail(error);
    return undefined;
  }
}

function append<T>(map: Map<string, T[]>, name: string, value: T): void {
  const values = map.get(name);
  if (values === undefined) map.set(name, [value]);
  else values.push(value);
}

function tooManyFields(): Refusal {
  return new Refusal(413, serverMessages.tooManyFields(FORM_LIMITS.fields));
}
