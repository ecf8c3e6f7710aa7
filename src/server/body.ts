import type { IncomingMessage } from "node:http";

import { serverMessages } from "../diagnostics/codes/server.ts";
import { Refusal } from "./refusal.ts";

/**
 * Reads the body of a request as it arrives, once and undecoded, since signatures are computed
 * over these bytes.
 * @param limit the largest body, in bytes
 * @returns the bytes, or undefined where the sender hung up before the end
 * @throws Refusal 413 for a longer body, announced or received; 415 for a compressed one
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array | undefined> {
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== "identity") {
    const headers = [["Accept-Encoding", "identity"]] as const;
    throw new Refusal(415, serverMessages.encodedBody(encoding), headers);
  }
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > limit) throw new Refusal(413, serverMessages.bodyTooLarge(limit));
  return collectBody(request, limit);
}

function collectBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      request.off("data", onData);
      // The rest flows into nothing, so that the sender gets to read the answer; the request
      // timeout ends a sender that never stops.
      request.resume();
      reject(new Refusal(413, serverMessages.bodyTooLarge(limit)));
    };
    request.on("data", onData);
    request.once("end", () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length));
    });
    request.once("close", () => {
      resolve(undefined);
    });
    request.once("error", () => {
      resolve(undefined);
    });
  });
}
