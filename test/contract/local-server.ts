import { createServer, type ServerResponse } from "node:http";
import { portOf } from "./port.ts";

/** One request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the server does with a request; JSON is answered as such, a function does as it likes. */
export type Reply =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly text: string; readonly location?: string }
  | ((response: ServerResponse) => void);

/** A server on loopback that records what it gets and answers what the test says. */
export interface LocalServer {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  /** Replaces the answer to all further requests. */
  answer(reply: Reply): void;
  close(): Promise<void>;
}

export async function startLocalServer(first: Reply): Promise<LocalServer> {
  const received: ReceivedRequest[] = [];
  let reply = first;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      received.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() });
      send(response, reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    received,
    answer: (next) => {
      reply = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (typeof reply === "function") {
    reply(response);
    return;
  }
  if ("json" in reply) {
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(JSON.stringify(reply.json));
    return;
  }
  response.writeHead(
    reply.status,
    reply.location === undefined ? {} : { location: reply.location },
  );
  response.end(reply.text);
}
