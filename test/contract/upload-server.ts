import busboy from "busboy";
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { onTestFinished } from "vitest";
import { portOf } from "./port.ts";

/** One part of a form as a strict parser reads it. */
export interface ReceivedPart {
  readonly name: string;
  /** The text of a field. */
  readonly value?: string;
  readonly fileName?: string | undefined;
  readonly type?: string;
  readonly content?: Buffer;
}

/** A request with the parts of its form; its bytes alone where it is none. */
export interface ReceivedUpload {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly parts: readonly ReceivedPart[];
  readonly bytes: Buffer;
}

/** Gives the status and, for a redirect, where it leads. */
type Reply = (path: string) => { readonly status: number; readonly location?: string };

/** Starts a server on loopback that takes files; it ends with the test. */
export async function startUploadServer(reply: Reply = () => ({ status: 201 })) {
  const received: ReceivedUpload[] = [];
  const server = createServer((request, response) => {
    const { method = "", url: path = "", headers } = request;
    void bytesOf(request).then(async (bytes) => {
      received.push({ method, path, headers, bytes, parts: await partsOf(headers, bytes) });
      const { status, location } = reply(path);
      response.writeHead(status, location === undefined ? {} : { location });
      response.end(`taken ${String(received.length)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, received };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => request.on("end", resolve));
  return Buffer.concat(chunks);
}

async function partsOf(headers: IncomingHttpHeaders, bytes: Buffer): Promise<ReceivedPart[]> {
  if (!/^multipart\//.test(headers["content-type"] ?? "")) return [];
  const parts: ReceivedPart[] = [];
  // RFC 7578: names are UTF-8.
  const parser = busboy({ headers, defParamCharset: "utf8", preservePath: true });
  parser.on("field", (name, value) => parts.push({ name, value }));
  parser.on("file", (name, stream, { filename, mimeType }) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const content = Buffer.concat(chunks);
      parts.push({ name, fileName: filename, type: mimeType, content });
    });
  });
  await new Promise((resolve, reject) => {
    parser.on("close", resolve).on("error", reject).end(bytes);
  });
  return parts;
}
