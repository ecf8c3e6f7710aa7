import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { systemTimers } from "../../src/host/timers.ts";
import { z } from "zod";
import { portOf } from "../contract/port.ts";

export const APP_SECRET = "app-secret-of-the-crash-test";

/** A text that the bot sent. */
export interface SentText {
  readonly to: string;
  readonly text: string;
  /** When it came in, as the timers count. */
  readonly at: number;
}

/** Meta as far as this needs it: takes texts for people, and delivers what people write. */
export interface Meta {
  readonly url: string;
  /** In the order in which they came in. */
  readonly sent: readonly SentText[];
  close(): Promise<void>;
}

const textSchema = z.object({ to: z.string(), text: z.object({ body: z.string() }) });

/** What is answered to a text: a status and, where it is not 200, the code of Meta's error. */
export type MetaAnswer = { readonly status: 200 } | { readonly status: 400; readonly code: number };

/**
 * @param delayMs how long each answer takes, asked anew for each; Infinity for none ever
 * @param answerTo what is answered; success if absent
 */
export async function startMeta(
  delayMs: () => number,
  answerTo: (text: SentText) => MetaAnswer = () => ({ status: 200 }),
): Promise<Meta> {
  const sent: SentText[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { to, text } = textSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const one = { to, text: text.body, at: systemTimers.elapsed() };
      sent.push(one);
      const id = `wamid.${String(sent.length)}`;
      const answer = answerTo(one);
      const delay = delayMs();
      if (delay === Infinity) return;
      systemTimers.schedule(delay, () => {
        response.writeHead(answer.status, { "content-type": "application/json" });
        response.end(
          JSON.stringify(
            answer.status === 200
              ? { messages: [{ id }] }
              : { error: { code: answer.code, message: "refused" } },
          ),
        );
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String(portOf(server))}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Delivers texts of one person in one request, signed.
 * @returns true once the server acknowledged them; false where it is gone or refused them
 */
export async function deliver(
  address: string,
  from: string,
  texts: readonly { readonly id: string; readonly body: string }[],
): Promise<boolean> {
  const messages = texts.map(({ id, body }) => ({
    from,
    id,
    timestamp: "1704067200",
    type: "text",
    text: { body },
  }));
  const value = { messaging_product: "whatsapp", metadata: { phone_number_id: "115" }, messages };
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value }] }],
  });
  const signature = createHmac("sha256", APP_SECRET).update(body).digest("hex");
  try {
    const response = await fetch(`${address}/webhooks/whatsapp`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
      body,
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
