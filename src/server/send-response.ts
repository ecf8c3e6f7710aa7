import type { ServerResponse } from "node:http";

import type { OutgoingResponse } from "../host/http.ts";
import type { ResponseBatch } from "./response-batch.ts";

/** How to send a response, beside what it holds. */
export interface SendOptions {
  /** The method of the request: the answer to HEAD leaves without its body. */
  readonly method: string;
  /** True where the connection must not be used again. */
  readonly closeConnection: boolean;
  /** With which other responses it leaves. */
  readonly batch: ResponseBatch;
}

/**
 * Sends a response as it is: nothing is added to its headers but their framing, so a
 * `Content-Type` of `text/xml` stays exactly that.
 * @param outgoing holds no header that frames a message, such as Content-Length
 * @throws TypeError where a header is not one that HTTP allows; nothing was sent then
 */
export function sendResponse(
  response: ServerResponse,
  outgoing: OutgoingResponse,
  { method, closeConnection, batch }: SendOptions,
): void {
  const { status, body } = outgoing;
  const bodyless = status === 204 || status === 304;
  const headers = outgoing.headers.flatMap(([name, value]) => [name, value]);
  if (!bodyless) headers.push("Content-Length", String(Buffer.byteLength(body)));
  if (closeConnection) headers.push("Connection", "close");
  response.writeHead(status, headers);
  batch.add(() => {
    if (bodyless || method === "HEAD") response.end();
    // As text, so that Node writes head and body to the socket at once.
    else response.end(body, "utf8");
  });
}
