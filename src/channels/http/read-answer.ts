import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { STATUS_CODES } from "node:http";
import type { Dispatcher } from "undici";
import { headerIn, type HttpAnswer, type HttpHeaders } from "../../host/http-call.ts";

/** The body has more bytes than it may. */
export class BodyTooLong extends Error {}

/** The body cannot be unpacked. */
export class BadEncoding extends Error {}

/** What `read` can unpack, for the header that says so. */
export const ACCEPTED_ENCODINGS = "gzip, br";

const UNPACKERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["br", createBrotliDecompress],
]);

/** Types of bodies that are no text, whatever the rest of their name. */
const NO_TEXT =
  /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|gzip|x-7z|x-tar|vnd\.openxml|msword|vnd\.ms-|wasm|java-archive))/;

/**
 * Reads a whole answer.
 * @param longest bytes that its body may have, unpacked
 * @throws BodyTooLong, BadEncoding, or what the connection raises
 */
export async function readAnswer(
  response: Dispatcher.ResponseData<unknown>,
  longest: number,
): Promise<HttpAnswer> {
  const headers = headersOf(response);
  const bytes = await readBody(response, headers, longest);
  const status = response.statusCode;
  const statusText = response.statusText || (STATUS_CODES[status] ?? "");
  return { status, statusText, headers, ...bodyOf(bytes, headerIn(headers, "content-type")) };
}

/** Gives the bytes of a body as an answer has them, as text where they are one. */
export function bodyOf(
  bytes: Uint8Array,
  contentType = "",
): Required<Pick<HttpAnswer, "body" | "isText" | "content">> {
  const type = contentType.toLowerCase();
  const isOctets = type.startsWith("application/octet-stream") && bytes.includes(0);
  const isText = !NO_TEXT.test(type) && !isOctets;
  return { body: isText ? decode(bytes, type) : "", isText, content: bytes };
}

function headersOf({ headers }: Dispatcher.ResponseData<unknown>): HttpHeaders {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      one === undefined ? [] : [[name, one] as const],
    ),
  );
}

async function readBody(
  { body }: Dispatcher.ResponseData<unknown>,
  headers: HttpHeaders,
  longest: number,
): Promise<Buffer> {
  const encoding = (headerIn(headers, "content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return collect(body, longest);
  const unpack = UNPACKERS.get(encoding);
  if (unpack === undefined) {
    body.on("error", () => {}).destroy();
    throw new BadEncoding(`it is packed as ${JSON.stringify(encoding)}`);
  }
  try {
    return await pipeline(body, unpack(), (unpacked: AsyncIterable<Buffer>) =>
      collect(unpacked, longest),
    );
  } catch (error) {
    const isZlib =
      error instanceof Error &&
      "code" in error &&
      /^(?:Z_|ERR__?BROTLI|ERR_)/.test(String(error.code));
    if (!isZlib || error instanceof BodyTooLong) throw error;
    throw new BadEncoding(error.message, { cause: error });
  }
}

async function collect(body: AsyncIterable<Buffer> | Readable, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > longest) throw new BodyTooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A charset that nobody knows is read as UTF-8, which nearly every text is. */
function decode(bytes: Uint8Array, type: string): string {
  const label = /;\s*charset\s*=\s*"?([^\s;"]+)/.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
