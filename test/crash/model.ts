import { createServer } from "node:http";
import { z } from "zod";
import { systemTimers } from "../../src/host/timers.ts";
import { portOf } from "../contract/port.ts";

/** A question that the model was asked, and what it answered, which is never the same twice. */
export interface Asked {
  readonly prompt: string;
  readonly answer: string;
  /** As the timers count. */
  readonly at: number;
}

/** A language model as far as this needs it. */
export interface Model {
  /** The base of its endpoint, as `LLM_URL` takes it. */
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

const promptSchema = z.object({ messages: z.array(z.object({ content: z.string() })) });

/** @param delayMs how long each answer takes, asked anew for each */
export async function startModel(delayMs: () => number): Promise<Model> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { messages } = promptSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const answer = `answer ${String(asked.length + 1)}`;
      const prompt = messages.at(-1)?.content ?? "";
      asked.push({ prompt, answer, at: systemTimers.elapsed() });
      systemTimers.schedule(delayMs(), () => {
        response.end(JSON.stringify({ choices: [{ message: { content: answer } }] }));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String(portOf(server))}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
