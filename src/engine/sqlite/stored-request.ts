import { isUtf8 } from "node:buffer";
import { z } from "zod";
import type { IncomingRequest, UploadedFile } from "../../host/http.ts";

const bytesSchema = z.union([
  z.string().transform((text) => new Uint8Array(Buffer.from(text, "utf8"))),
  z
    .object({ base64: z.base64() })
    .transform(({ base64 }) => new Uint8Array(Buffer.from(base64, "base64"))),
]);

const textMapSchema = z.array(z.tuple([z.string(), z.string()])).transform((all) => new Map(all));
const listMapSchema = z
  .array(z.tuple([z.string(), z.array(z.string())]))
  .transform((all) => new Map(all));

const fileSchema = z.object({ name: z.string(), contentType: z.string(), content: bytesSchema });

/** Reads a request as `storedRequest` wrote it. */
export const requestSchema = z.object({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  originalUrl: z.string(),
  query: listMapSchema,
  headers: listMapSchema,
  rawBody: bytesSchema,
  form: listMapSchema,
  files: z.array(z.tuple([z.string(), z.array(fileSchema)])).transform((all) => new Map(all)),
  pathValues: textMapSchema,
});

/** Gives a request as data that JSON can hold. */
export function storedRequest(request: IncomingRequest) {
  const { query, headers, rawBody, form, files, pathValues, ...rest } = request;
  return {
    ...rest,
    query: [...query],
    headers: [...headers],
    rawBody: storedBytes(rawBody),
    form: [...form],
    files: [...files].map(([name, all]) => [name, all.map(storedFile)]),
    pathValues: [...pathValues],
  };
}

function storedFile({ content, ...rest }: UploadedFile) {
  return { ...rest, content: storedBytes(content) };
}

/** Text stays readable for a person who looks at the file; all else becomes base64. */
export function storedBytes(bytes: Uint8Array): string | { readonly base64: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf8(buffer) ? buffer.toString("utf8") : { base64: buffer.toString("base64") };
}

/** Reads bytes as `storedBytes` wrote them. */
export { bytesSchema };
