import { type LocalServer, startLocalServer } from "./local-server.ts";

/** A Twilio on this machine. */
export interface LocalTwilio extends LocalServer {
  /** Lets it take what it gets from now on. */
  accept(): void;
  /** The id of what it took last. */
  lastSid(): string;
}

/** @param prefix what its ids begin with: `SM` for messages, `CA` for calls */
export async function startLocalTwilio(prefix: "SM" | "CA"): Promise<LocalTwilio> {
  const server = await startLocalServer({ status: 500, text: "" });
  let count = 0;
  const lastSid = () => `${prefix}${count}`;
  return {
    ...server,
    lastSid,
    accept: () => {
      server.answer((response) => {
        count += 1;
        response.writeHead(201, { "content-type": "application/json" });
        response.end(JSON.stringify({ sid: lastSid(), status: "queued", error_code: null }));
      });
    },
  };
}
