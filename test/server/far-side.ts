import { createServer, type ServerResponse } from "node:http";

import { expect, onTestFinished } from "vitest";
import { z } from "zod";

import { portOf } from "../contract/port.ts";
import type { ManualTime } from "../manual-time.ts";

/** What becomes of a text: it is taken, or refused for now. */
export type Fate = "take" | "later";

/** Meta and a language model on this machine, as far as a bot needs them. */
export interface FarSide {
  /** The texts that Meta was given, refused ones too, each with its recipient. */
  readonly sent: readonly string[];
  /** The prompts that the model was given. */
  readonly asked: readonly string[];
  /** The settings by which a bot finds both. */
  readonly settings: Readonly<Record<string, string>>;
}

/** An open connection would keep a server from ending until time passes. */
const CLOSE = { Connection: "close" };

/** Less than a run (by the settings) and an attempt to send may take, so that none is ended for it. */
const STEP_MS = 50_000;

const messageSchema = z.object({ to: z.string(), text: z.object({ body: z.string() }) });
const promptSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/**
 * Starts both until the test ends.
 * @param fateOf is asked for each message (`ANA: hello`) and each prompt; may take its time
 */
export async function startFarSide(
  fateOf: (text: string) => Fate | Promise<Fate>,
): Promise<FarSide> {
  const sent: string[] = [];
  const asked: string[] = [];
  const answer = async (path: string, body: unknown, response: ServerResponse) => {
    if (path.endsWith("/chat/completions")) {
      const prompt = promptSchema.parse(body).messages.at(-1)?.content ?? "";
      asked.push(prompt);
      const choices = [{ message: { content: `answer to ${prompt}` } }];
      if ((await fateOf(prompt)) === "take") response.end(JSON.stringify({ choices }));
      else response.writeHead(503).end("try later");
      return;
    }
    const { to, text } = messageSchema.parse(body);
    const line = `${to}: ${text.body}`;
    sent.push(line);
    const messages = [{ id: `wamid.out.${String(sent.length)}` }];
    if ((await fateOf(line)) === "take") response.end(JSON.stringify({ messages }));
    else response.writeHead(429).end("try later");
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void answer(request.url ?? "", JSON.parse(Buffer.concat(chunks).toString()), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${String(portOf(server))}`;
  const settings = {
    WHATSAPP_ACCESS_TOKEN: "token",
    WHATSAPP_PHONE_NUMBER_ID: "115",
    WHATSAPP_API_URL: url,
    LLM_URL: `${url}/v1`,
    LLM_MODEL: "small",
    GBASIC_TIMEOUT: "60",
  };
  return { sent, asked, settings };
}

/** A text that a person writes. */
export interface Written {
  readonly from: string;
  readonly text: string;
}

/** Delivers texts in one request, each with an id made of its person and itself. */
export async function deliverTexts(url: string, ...written: readonly Written[]): Promise<void> {
  const messages = written.map(({ from, text }) => ({
    id: `wamid.in.${from}.${text}`,
    from,
    type: "text",
    text: { body: text },
  }));
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ field: "messages", value: { messages } }] }],
  });
  const headers = { "Content-Type": "application/json", ...CLOSE };
  const response = await fetch(`${url}/webhooks/whatsapp`, { method: "POST", headers, body });
  expect(response.status).toBe(200);
}

/** Waits until nothing is due or under way, whatever waits for time to pass. */
export async function untilIdle(url: string): Promise<void> {
  const busy = async () => {
    const text = await (await fetch(`${url}/metrics`, { headers: CLOSE })).text();
    const counts = text.matchAll(/^gbasic_queue_depth\{queue="\w+_(?:due|running)"\} (\d+)$/gm);
    return [...counts].map(([, count]) => Number(count));
  };
  await expect.poll(busy, { timeout: 20_000, interval: 20 }).toEqual([0, 0, 0, 0]);
}

/** Lets time pass, and all that it makes due come to its end. */
export async function passTime(time: ManualTime, url: string, byMs: number): Promise<void> {
  await untilIdle(url);
  for (let left = byMs; left > 0; left -= STEP_MS) {
    await time.advance(Math.min(left, STEP_MS));
    await untilIdle(url);
  }
}
